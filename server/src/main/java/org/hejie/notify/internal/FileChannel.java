package org.hejie.notify.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.hejie.notify.internal.LaneRows.Outgoing;
import org.hejie.notify.internal.Outcome.Delivered;
import org.hejie.notify.internal.Outcome.Failed;
import org.hejie.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes messages to a file of the day, a line of JSON each, for an office without a gateway or a program beside ours that
 * sends them on. To whom stands as the number of the member of staff, never as an address.
 */
@Component
class FileChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(FileChannel.class);

    private final NotifySettings settings;
    private final JsonMapper json;
    private final Clock clock;

    FileChannel(NotifySettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    boolean ready() {
        return settings.folder() != null;
    }

    @Override
    public synchronized Outcome send(Outgoing message) {
        Path folder = settings.folder();
        if (folder == null) {
            return Failed.forGood("NO_ADDRESS");
        }
        try {
            Path file = Files.createDirectories(folder).resolve("messages-" + Times.dateOf(clock.instant()) + ".jsonl");
            if (Files.notExists(file) && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, json.writeValueAsString(Map.of("id", message.id(), "to", message.lane(), "text", message.content())) + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Delivered(null);
        } catch (IOException e) {
            LOG.warn("A message could not be written to the folder of messages: {}", e.getClass().getName());
            return Failed.forNow("FILE");
        }
    }
}
