package org.councilregistry.api.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose for the look of the pages.
 *
 * @param name what the service is called
 * @param colour the one colour, as {@code #rrggbb}; white on it is readable
 * @param logo the logo's file; none for the name in words
 * @param contact whom to write to about the pages; null where nobody is named
 * @param address where the service is reached from outside, for feeds; empty for addresses without a host
 */
public record Theme(
        String name,
        String colour,
        @Nullable Path logo,
        @Nullable String contact,
        String address) {
    private static final double READABLE = 4.5;

    /** Refuses a colour on which nobody could read, and a logo that is not there. */
    public Theme {
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("site.colour is written #rrggbb, such as #1d70b8, not " + colour);
        }
        if (contrast(colour) < READABLE) {
            throw new IllegalArgumentException("site.colour " + colour
                    + " is too light for white words on it: WCAG asks for a contrast of 4.5 to 1. Take a darker one.");
        }
        if (logo != null && !Files.isReadable(logo)) {
            throw new IllegalArgumentException("site.logo names " + logo + ", which cannot be read");
        }
        while (address.endsWith("/")) address = address.substring(0, address.length() - 1);
    }

    /** The contrast of white on a colour, as WCAG works it out: 1 to 21. */
    static double contrast(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double light = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
        return 1.05 / (light + 0.05);
    }

    private static double linear(int channel) {
        double part = (channel & 255) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** The logo's bytes. */
    byte[] picture() {
        try {
            return logo == null ? new byte[0] : Files.readAllBytes(logo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
