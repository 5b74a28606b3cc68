package org.hejie.document;

/**
 * A file as it was sent.
 *
 * @param name    as the sender called it; cleaned when stored
 * @param content its bytes, up to {@link #MAX_BYTES}
 * @param purpose stable code of what it is for, such as a paper's id of the procedure; {@link #PHOTO} takes pictures alone
 */
public record NewFile(String name, byte[] content, String purpose) {

    /** 20 MB. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** The purpose of a photo a resident or grid worker takes. */
    public static final String PHOTO = "photo";

    public NewFile {
        if (!purpose.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new IllegalArgumentException("purpose: letters, digits, hyphens and underscores, up to 60");
        }
    }

    @Override
    public String toString() {
        return "NewFile[" + content.length + " bytes for " + purpose + "]";
    }
}
