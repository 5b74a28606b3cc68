package org.hejie.mediation.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hejie.seal.Sealing;
import org.jspecify.annotations.Nullable;

/** What somebody takes home to check a seal: names in ASCII, so that every machine unpacks them. */
final class SealedPackage {

    private static final String READ_ME = """
            核验方法（不需要联网，不需要本系统的数据库）
              1. 打开任何一台综治中心平台的“电子印章核验”页面，选择下面两个文件；或者
              2. 用本系统的程序：./hejie seal verify %1$s %2$s --ca=authority.cer --revoked=revoked.txt
            请通过官方渠道核对 authority.cer，不要只相信本压缩包里的这一份。

            How to check (needs no network and no database of ours)
              1. open the page "Check a seal" of any centre's server and choose the two files; or
              2. run ./hejie seal verify %1$s %2$s --ca=authority.cer --revoked=revoked.txt
            Compare authority.cer by another way; do not trust the copy in this archive alone.

            %1$s         文书 the paper
            %2$s     印章（GB/T 35275） the seal
            signer.cer        印章证书 certificate of the seal
            authority.cer     颁发机构证书 certificate of the authority
            revoked.txt       已吊销的证书 what is revoked
            """;

    private SealedPackage() {
    }

    static byte[] of(String extension, byte[] paper, byte[] seal, Sealing.Kit kit) {
        String name = "agreement." + extension;
        var bytes = new ByteArrayOutputStream(paper.length + 8192);
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, name, paper);
            put(zip, name + ".p7s", seal);
            put(zip, "signer.cer", kit.certificate());
            put(zip, "authority.cer", kit.authority());
            put(zip, "revoked.txt", kit.revoked().getBytes(StandardCharsets.US_ASCII));
            put(zip, "README.txt", READ_ME.formatted(name, name + ".p7s").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte @Nullable [] content) throws IOException {
        if (content != null) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
    }
}
