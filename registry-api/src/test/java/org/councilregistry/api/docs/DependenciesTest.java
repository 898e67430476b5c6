package org.councilregistry.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.councilregistry.api.openapi.Resources;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Every direct dependency has its line in dependencies.md, and every line its dependency. */
class DependenciesTest {
    private static final String FILE = "registry-api/decisions/dependencies.md";
    private static final List<String> POMS =
            List.of("pom.xml", "schema/pom.xml", "registry-client/pom.xml", "registry-api/pom.xml");
    /** Dependencies, managed ones too; plugins; annotation processors. */
    private static final List<String> KINDS = List.of("dependency", "plugin", "path");

    private static final Pattern LINE = Pattern.compile("(?m)^\\| `([\\w.-]+:[\\w.-]+)` \\|");

    @Test
    void everyDependencyHasItsLineAndEveryLineItsDependency() throws Exception {
        Set<String> used = new TreeSet<>();
        for (String pom : POMS) used.addAll(coordinates(Resources.root().resolve(pom)));
        List<String> explained = Document.found(LINE, Document.of(FILE).text());
        assertThat(explained)
                .as("lines of " + FILE + ": what for, why this one, licence (rule 17)")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyLineSaysWhatForAndUnderWhichLicence() throws IOException {
        assertThat(Document.of(FILE).text().lines().filter(line -> line.startsWith("| `")))
                .allMatch(line -> List.of(line.split("\\|", -1)).stream()
                                .filter(cell -> !cell.isBlank())
                                .count()
                        == 3);
    }

    private static List<String> coordinates(Path pom) throws ParserConfigurationException, IOException, SAXException {
        org.w3c.dom.Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        List<String> found = new ArrayList<>();
        for (String kind : KINDS) {
            NodeList elements = document.getElementsByTagName(kind);
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                String group = child(element, "groupId", "org.apache.maven.plugins");
                if (!group.equals("org.councilregistry")) found.add(group + ":" + child(element, "artifactId", ""));
            }
        }
        return found;
    }

    private static String child(Element element, String name, String otherwise) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) return node.getTextContent().strip();
        }
        return otherwise;
    }
}
