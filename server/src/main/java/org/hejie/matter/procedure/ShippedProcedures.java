package org.hejie.matter.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files {@code procedures/*.yaml} that come with the server. */
@Component
final class ShippedProcedures implements ProcedureSource {

    @Override
    public List<ProcedureText> texts() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:procedures/*.yaml");
            return Arrays.stream(files).map(ShippedProcedures::text).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ProcedureText text(Resource file) {
        try {
            return new ProcedureText(
                    String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
