package org.councilregistry.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.validation.Constraint;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.councilregistry.api.platform.Allows;
import org.junit.jupiter.api.Test;

/** The house rules of CONTRIBUTING.md, as far as a machine can keep them. */
class HouseRulesTest {
    private static final String API = "org.councilregistry.api";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.councilregistry");
    private static final DescribedPredicate<JavaClass> OUR_SERVICES =
            resideInAPackage(API + "..").and(simpleNameEndingWith("Service"));

    private static void holds(ArchRule rule) {
        rule.check(CODE);
    }

    @Test
    void foldersAreNounsOrSayWhatTheyDo() {
        holds(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..core..", "..impl..", "..manager..", "..helper..")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .because("such a name says where a thing was put, not what it is (rule 3)"));
    }

    @Test
    void theSchemaDependsOnAnnotationsOnly() {
        holds(classes()
                .that()
                .resideInAPackage("org.councilregistry.schema..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.councilregistry.schema..",
                        "java..",
                        "javax.annotation.processing..",
                        "com.fasterxml.jackson.annotation..",
                        "jakarta.validation..",
                        "org.jspecify..",
                        "io.soabase.recordbuilder..")
                .because("the client gives it to every council's program (rules 2 and 17)"));
    }

    @Test
    void theClientKnowsNoServer() {
        holds(classes()
                .that()
                .resideInAPackage("org.councilregistry.client")
                .or()
                .resideInAPackage("org.councilregistry.client.internal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.councilregistry.schema..",
                        "org.councilregistry.client",
                        "org.councilregistry.client.internal..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .because("what the client needs, every program that uses it needs (rule 17)"));
    }

    @Test
    void thePlatformKnowsNoFeature() {
        holds(classes()
                .that()
                .resideInAPackage(API + ".platform..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage(API + ".platform..").or(DescribedPredicate.not(resideInAPackage(API + ".."))))
                .because("features stand on the platform, not the other way round (rule 5)"));
    }

    @Test
    void featuresHaveNoCycles() {
        holds(slices().matching(API + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle of features is one feature with two names (rule 5)"));
    }

    @Test
    void servicesKnowNoHttp() {
        holds(noClasses()
                .that(are(OUR_SERVICES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..")
                .because("commands and imports use them, too (rule 4)"));
    }

    @Test
    void resourcesKnowNoSql() {
        holds(noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..")
                .because("reads go Resource -> Dao, writes Resource -> Service -> Dao (rule 4)"));
    }

    /** Where one answer has more than one status or form: the readiness probe (200 or 503) and pages for browsers. */
    private static final Set<String> OTHER_ANSWERS = Set.of("HealthResource.ready", "ProblemResource.page");

    @Test
    void resourcesReturnRecords() {
        holds(methods()
                .that(DescribedPredicate.describe(
                        "are operations",
                        method -> method.isAnnotatedWith(Allows.class)
                                && !OTHER_ANSWERS.contains(method.getOwner().getSimpleName() + "." + method.getName())))
                .should()
                .haveRawReturnType(DescribedPredicate.describe(
                        "a record, void or bytes",
                        type -> type.isAssignableTo(Record.class) || type.isPrimitive() || type.isArray()))
                .because("the contract is read from the signature; a Response says nothing (rule 6)"));
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        holds(methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .beAnnotatedWith(Allows.class)
                .because("what nobody decided is denied, and start-up fails (rule 6)"));
    }

    @Test
    void daosAreInterfacesWithoutLogic() {
        holds(classes()
                .that()
                .haveSimpleNameEndingWith("Dao")
                .should()
                .beInterfaces()
                .because("a Dao is an interface of SQL (rule 7)"));
        holds(methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Dao")
                .should()
                .haveModifier(JavaModifier.ABSTRACT)
                .because("rules grow in default methods until the Dao is the service (rule 7)"));
    }

    @Test
    void nothingStaticHasState() {
        holds(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.councilregistry..")
                .should()
                .beFinal()
                .because("what is static is shared by every test and node in the process (rule 13)"));
    }

    @Test
    void nobodyAsksTheClockOfANodeForOrder() {
        holds(noClasses()
                .that()
                .resideInAPackage(API + "..")
                .and()
                // how long to wait for a process that starts, and whether a source was seen within a day or so
                .haveNameNotMatching(".*\\.(EmbeddedPostgres|PostgresFolder|Repeats|PublishService)")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the clocks of two nodes differ, and the database's is one"));
    }

    @Test
    void reflectionStaysInThePlatform() {
        holds(noClasses()
                .that()
                .resideInAPackage(API + "..")
                .and()
                .resideOutsideOfPackage(API + ".platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .because("a feature is read, not guessed (rule 13)"));
    }

    @Test
    void recordsThatAreReadHaveNoConstraints() {
        Set<String> drafts = CODE.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.endsWith("Draft"))
                .map(name -> name.substring(0, name.length() - 5))
                .collect(Collectors.toSet());
        holds(fields().that()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are asked for by a draft of their own", type -> drafts.contains(type.getSimpleName())))
                .should()
                .notBeMetaAnnotatedWith(Constraint.class)
                .because("what the registry says is not checked, what it is asked is (rule 9)"));
    }

    /** Which tables each folder writes: its own, by name. */
    private static final Map<String, List<String>> OTHER_TABLES = Map.of(
            "boilerplate", List.of("boilerplate_sentences", "boilerplate_queue"),
            "events", List.of("event_queue", "event_seals"),
            "joining", List.of("joining_requests"),
            "initiatives", List.of("initiative_phases", "initiative_participants", "initiative_sources"),
            "meanings", List.of("meaning_queue"),
            "pairs", List.of("overlap_pairs", "overlap_queue", "overlap_notes", "projections"),
            "platform", List.of("idempotency_keys"));

    @Test
    void aDaoWritesOnlyItsOwnTables() throws IOException {
        for (Sources.File file : Sources.main()) {
            if (!file.name().endsWith("Dao.java")) continue;
            String folder = Path.of(file.name()).getParent().getFileName().toString();
            List<String> own = Stream.concat(Stream.of(folder), OTHER_TABLES.getOrDefault(folder, List.of()).stream())
                    .toList();
            assertThat(file.tablesWritten())
                    .as(file.name() + " writes only " + own + ", to write elsewhere call the other's Service (rule 5)")
                    .isSubsetOf(own);
        }
    }

    @Test
    void filesAndMethodsFitOnAPage() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Sources.File file : Sources.all()) {
            if (file.lines() > 300) tooLong.add(file.name() + " has " + file.lines() + " lines");
        }
        tooLong.addAll(Sources.longMethods(Sources.main()));
        assertThat(tooLong)
                .as("at most 300 lines a file, 30 a method (SQL and the wiring apart), 4 parameters; more is a record"
                        + " (rule 16)")
                .isEmpty();
    }

    @Test
    void everyFolderSaysWhatItIs() throws IOException {
        List<String> files = Sources.main().stream().map(Sources.File::name).toList();
        assertThat(files.stream()
                        .map(name -> Path.of(name).getParent().toString())
                        .distinct())
                .allMatch(folder -> folder.endsWith("java") || files.contains(folder + "/package-info.java"));
    }
}
