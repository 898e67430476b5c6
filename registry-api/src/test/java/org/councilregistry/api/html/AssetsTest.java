package org.councilregistry.api.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.councilregistry.api.openapi.Resources;
import org.junit.jupiter.api.Test;

/** What browsers keep is what it was made of, and nothing of anybody else's. */
class AssetsTest {
    private static final Path MAIN = Resources.root().resolve("registry-api/src/main");
    private static final Path ASSETS = MAIN.resolve("resources/org/councilregistry/api/html/assets");

    @Test
    void theFilesAreThoseThatWereBuiltFromTheseSources() throws Exception {
        for (String line : Files.readAllLines(ASSETS.resolve("manifest.sha256"))) {
            String[] parts = line.split(" +", 2);
            Path file = parts[1].startsWith("./") ? ASSETS.resolve(parts[1]) : MAIN.resolve("css/" + parts[1]);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            assertThat(HexFormat.of().formatHex(digest))
                    .as(file.getFileName() + " differs from what css/build made: run it and commit what it writes")
                    .isEqualTo(parts[0]);
        }
    }

    @Test
    void theLookHasNoBrandingAndAsksNobodyElse() throws IOException {
        String css = Files.readString(ASSETS.resolve("pages.css"));
        assertThat(css).doesNotContain("GDS Transport", "@font-face", "url(", "@import", "crown", "crest");
    }

    @Test
    void styleAndScriptAreSmall() throws IOException {
        assertThat(compressed("pages.css")).isLessThan(15_000);
        assertThat(compressed("htmx.min.js")).isLessThan(20_000);
    }

    private static int compressed(String file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(Files.readAllBytes(ASSETS.resolve(file)));
        }
        return bytes.size();
    }

    @Test
    void aNameChangesWithItsContent() {
        Assets blue = new Assets(new Theme("Registry", "#1d70b8", null, null, ""));
        Assets green = new Assets(new Theme("Registry", "#00703c", null, null, ""));
        assertThat(blue.style()).matches("/assets/pages-[0-9a-f]{16}\\.css").isNotEqualTo(green.style());
        assertThat(blue.script()).isEqualTo(green.script());
    }

    @Test
    void aColourOnWhichNobodyCouldReadIsRefused() {
        assertThatThrownBy(() -> new Theme("Registry", "#ffdd00", null, null, ""))
                .hasMessageContaining("4.5 to 1");
        assertThatThrownBy(() -> new Theme("Registry", "blue", null, null, "")).hasMessageContaining("#rrggbb");
        assertThat(Theme.contrast("#000000")).isEqualTo(21);
    }
}
