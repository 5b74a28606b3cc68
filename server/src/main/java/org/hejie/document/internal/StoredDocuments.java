package org.hejie.document.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.hejie.document.ContentVault.Kept;
import org.hejie.document.Documents;
import org.hejie.document.FileContent;
import org.hejie.document.FileId;
import org.hejie.document.FileType;
import org.hejie.document.NewFile;
import org.hejie.document.StoredFile;
import org.hejie.shared.Ids;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.scope.Scopes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files in the tables of the schema {@code document}. No transaction is open while bytes go to a store or come from it, unless the caller's is. */
@Service
class StoredDocuments implements Documents {

    private final FileRows rows;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    StoredDocuments(FileRows rows, Ids ids, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public FileId store(NewFile file, long[] visibleTo) {
        if (file.content().length > NewFile.MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE, "FILE", "file");
        }
        if (file.content().length == 0) {
            throw Sniffer.refused("EMPTY");
        }
        FileType type = Sniffer.typeOf(file.content(), file.name());
        if (file.purpose().equals(NewFile.PHOTO) && !type.picture()) {
            throw Sniffer.refused("PICTURE_BROKEN");
        }
        byte[] kept = cleaned(type, file.content());
        @Nullable Picture picture = picture(type, kept);
        var stored = new StoredFile(new FileId(ids.next()), null, FileName.clean(file.name(), type), type, file.purpose(),
                kept.length, HexFormat.of().formatHex(Sm3.hash(kept)),
                picture == null ? null : picture.width(), picture == null ? null : picture.height(), clock.instant());
        Kept lying = rows.keep(stored.id(), kept);
        writing.executeWithoutResult(status -> rows.insert(stored, lying, Scopes.current().actor(), visibleTo));
        return stored.id();
    }

    private static byte[] cleaned(FileType type, byte[] content) {
        return switch (type) {
            case JPEG -> JpegCleaning.clean(content);
            case PNG -> PngCleaning.clean(content);
            case WEBP -> WebpCleaning.clean(content);
            case PDF -> {
                PdfInspection.check(content);
                yield content;
            }
            case DOCX, XLSX, MP3, AMR, WAV, TEXT, CSV, SEAL -> content;
        };
    }

    private static @Nullable Picture picture(FileType type, byte[] kept) {
        return switch (type) {
            case JPEG, PNG -> Picture.decode(kept, type.extension());
            case WEBP -> WebpCleaning.picture(kept);
            case PDF, DOCX, XLSX, MP3, AMR, WAV, TEXT, CSV, SEAL -> null;
        };
    }

    @Override
    @Transactional
    public void attach(Collection<FileId> files, long ownerId, long[] keys) {
        var wanted = new HashSet<>(files);
        if (!wanted.isEmpty() && rows.attach(wanted, ownerId, keys) != wanted.size()) {
            throw Problem.field("documentIds", "UNKNOWN");
        }
    }

    @Override
    @Transactional
    public void share(long ownerId, long[] keys) {
        rows.share(ownerId, keys);
    }

    @Override
    @Transactional
    public void show(long ownerId, long[] visibleTo) {
        rows.show(ownerId, visibleTo);
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredFile> of(long ownerId) {
        return rows.ofOwner(ownerId);
    }

    @Override
    @Transactional(readOnly = true)
    public StoredFile view(FileId file) {
        return found(file);
    }

    private StoredFile found(FileId file) {
        return rows.find(file).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    public FileContent content(FileId file) {
        Lying lying = Objects.requireNonNull(reading.execute(status -> new Lying(found(file), rows.kept(file))));
        return new FileContent(lying.file(), rows.bytes(file, lying.kept()));
    }

    private record Lying(StoredFile file, Kept kept) {
    }
}
