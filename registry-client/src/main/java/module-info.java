/** The client of the council registry: publish, discover, follow. */
module org.councilregistry.client {
    requires transitive org.councilregistry.schema;
    requires transitive java.net.http;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires static info.picocli;
    requires static com.fasterxml.jackson.dataformat.yaml;

    exports org.councilregistry.client;

    opens org.councilregistry.client.cli;
}
