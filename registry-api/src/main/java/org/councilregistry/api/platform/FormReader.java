package org.councilregistry.api.platform;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.councilregistry.schema.ProblemType;

/** Reads the forms that browsers send, up to a size that no person types. */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class FormReader implements MessageBodyReader<Form> {
    private static final int LIMIT = 64 << 10;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Form.class;
    }

    @Override
    public Form readFrom(
            Class<Form> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        byte[] body = stream.readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw new ProblemException(ProblemType.TOO_LARGE, "The form is larger than 64 kB. Shorten the texts.");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return new Form(values);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .replace("\r\n", "\n");
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.MALFORMED, "The form is not encoded as browsers do it.");
        }
    }
}
