package org.hejie.document;

/** A stored file with its bytes. */
public record FileContent(StoredFile file, byte[] bytes) {

    @Override
    public String toString() {
        return "FileContent[" + file.id() + "]";
    }
}
