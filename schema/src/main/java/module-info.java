/** The nouns of the council registry: plain records, shared by the service and its client. */
module org.councilregistry.schema {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive jakarta.validation;
    requires transitive org.jspecify;
    requires static io.soabase.recordbuilder.core;
    requires static java.compiler;

    exports org.councilregistry.schema;
}
