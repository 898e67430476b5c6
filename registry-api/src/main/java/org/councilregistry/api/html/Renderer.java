package org.councilregistry.api.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Disclosure;

/** Writes pages by the templates that were compiled into the service. */
public final class Renderer {
    private static final String TEMPLATES = "org.councilregistry.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Renderer.class.getClassLoader(), TEMPLATES);

    /** The page as this caller may see it, as bytes of UTF-8. */
    public byte[] write(Html page, Frame frame, Caller caller) {
        Record shown = Disclosure.shown(page.model(), caller);
        Utf8ByteOutput bytes = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", Map.of("model", shown, "frame", frame), new Inert(bytes));
        return bytes.toByteArray();
    }
}
