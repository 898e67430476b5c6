package org.councilregistry.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.councilregistry.api.platform.Databases;

/** Looks for words in every column of every table of the database. */
public final class Everywhere {
    private Everywhere() {}

    /** The tables in a row of which the words stand, in any case, as text or as bytes. */
    public static List<String> tables(Databases databases, String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return databases.jdbi().withHandle(h -> {
            List<String> found = new ArrayList<>();
            List<String> tables = h.createQuery("""
                            select quote_ident(table_schema) || '.' || quote_ident(table_name)
                            from information_schema.tables
                            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                            order by 1
                            """).mapTo(String.class).list();
            for (String table : tables) {
                boolean there = h.createQuery("select exists (select 1 from " + table
                                + " t where strpos(lower(t::text), :text) > 0 or strpos(lower(t::text), :bytes) > 0"
                                + " or strpos(t::text, :exact) > 0)")
                        .bind("text", text)
                        .bind("bytes", HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8)))
                        .bind("exact", HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                        .mapTo(Boolean.class)
                        .one();
                if (there) found.add(table.replace("public.", ""));
            }
            return found;
        });
    }
}
