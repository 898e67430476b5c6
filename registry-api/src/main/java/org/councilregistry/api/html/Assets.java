package org.councilregistry.api.html;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.councilregistry.api.platform.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The files that browsers keep: CSS with the operator's colour, the script, the logo. Each name holds a fingerprint of the
 * content, so that a browser may keep it for a year and has the new one at once.
 */
public final class Assets extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String YEAR = "public, max-age=31536000, immutable";

    private final transient Map<String, File> files = new HashMap<>();
    private final String style;
    private final String script;
    private final @Nullable String logo;
    private final String icon;

    private record File(String type, byte[] content) {}

    /** The files of a service with this theme. */
    public Assets(Theme theme) {
        String colour = ":root{--govuk-brand-colour:" + theme.colour() + "}";
        style = add("pages", "css", with(resource("pages.css"), colour));
        script = add("htmx", "js", resource("htmx.min.js"));
        logo = theme.logo() == null ? null : add("logo", ending(theme.logo().toString()), theme.picture());
        icon = logo != null ? logo : add("icon", "svg", square(theme.colour()));
    }

    /** The address of the CSS. */
    public String style() {
        return style;
    }

    /** The address of the script. */
    public String script() {
        return script;
    }

    /** The address of the logo; null where there is none. */
    public @Nullable String logo() {
        return logo;
    }

    /** The address of the picture that browsers show beside the page's title. */
    public String icon() {
        return icon;
    }

    private static byte[] square(String colour) {
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" fill=\""
                        + colour + "\"/></svg>";
        return svg.getBytes(StandardCharsets.US_ASCII);
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }

    private String add(String name, String ending, byte[] content) {
        String file = name + "-" + Sha256.fingerprint(content) + "." + ending;
        files.put("/" + file, new File(type(ending), content));
        return "/assets/" + file;
    }

    private static String type(String ending) {
        return switch (ending) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> throw new IllegalArgumentException("site.logo must be an .svg or .png file, not ." + ending);
        };
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("assets/" + name)) {
            if (stream == null) throw new IllegalStateException("the build has left out " + name);
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] with(byte[] css, String more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(css);
        all.writeBytes(more.getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        File file = files.get(String.valueOf(request.getPathInfo()));
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", YEAR);
        response.setContentType(file.type());
        response.getOutputStream().write(file.content());
    }
}
