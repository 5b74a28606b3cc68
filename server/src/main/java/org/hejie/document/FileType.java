package org.hejie.document;

/** What may be stored, told by a file's content and never by its name. */
public enum FileType {

    /** A photo; kept without the place, time and camera it was taken with. */
    JPEG("image/jpeg", "jpg"),
    /** A picture or a scan; kept without its texts. */
    PNG("image/png", "png"),
    /** A photo of a phone or a picture of a page; kept without the place, time and camera it was taken with. */
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    /** A Word document without macros. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** An Excel workbook without macros. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    MP3("audio/mpeg", "mp3"),
    /** What many telephone recorders write. */
    AMR("audio/amr", "amr"),
    WAV("audio/wav", "wav"),
    TEXT("text/plain", "txt"),
    /** Text whose name ends in {@code .csv}; content alone cannot tell the two apart. */
    CSV("text/csv", "csv"),
    /** An SM2 seal beside another file: signed data by GB/T 35275, at most {@value FileType#LONGEST_SEAL} bytes. */
    SEAL("application/pkcs7-signature", "p7s");

    /** The longest seal in bytes. */
    public static final int LONGEST_SEAL = 64 * 1024;

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** As in the header {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether it is a picture that a page may show. */
    public boolean picture() {
        return this == JPEG || this == PNG || this == WEBP;
    }
}
