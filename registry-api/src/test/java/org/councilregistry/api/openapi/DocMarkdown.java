package org.councilregistry.api.openapi;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.Map;

/** Javadoc as Markdown. */
final class DocMarkdown {
    private static final Map<String, String> ENTITIES = Map.of("lt", "<", "gt", ">", "amp", "&", "nbsp", " ");

    private DocMarkdown() {}

    /** The text of these parts of a comment, its lines joined. */
    static String of(List<? extends DocTree> parts) {
        StringBuilder text = new StringBuilder();
        for (DocTree part : parts) text.append(of(part));
        return text.toString()
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("(?<!\\n)\\n(?!\\n|- )", " ")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String of(DocTree part) {
        if (part instanceof TextTree text) return text.getBody();
        if (part instanceof LiteralTree literal) return literal(literal);
        if (part instanceof EntityTree entity) {
            return ENTITIES.getOrDefault(entity.getName().toString(), "");
        }
        if (part instanceof LinkTree link) return link(link);
        if (part instanceof StartElementTree element) return element(element);
        return part instanceof EndElementTree ? "" : part.toString();
    }

    private static String literal(LiteralTree literal) {
        String text = literal.getBody().getBody();
        return literal.getKind() == DocTree.Kind.CODE ? "`" + text + "`" : text;
    }

    private static String link(LinkTree link) {
        if (!link.getLabel().isEmpty()) return of(link.getLabel());
        String signature = link.getReference().getSignature();
        return "`" + signature.substring(signature.lastIndexOf('#') + 1) + "`";
    }

    private static String element(StartElementTree element) {
        return switch (element.getName().toString()) {
            case "p", "ul", "ol" -> "\n\n";
            case "li" -> "\n- ";
            default -> "";
        };
    }
}
