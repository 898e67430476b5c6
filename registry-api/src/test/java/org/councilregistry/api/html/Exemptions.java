package org.councilregistry.api.html;

import java.util.List;
import java.util.Map;

/**
 * What our components do not offer of the design system's: nothing of ours needs it. Two more things differ on purpose: the
 * menu has no button to fold it away on a phone, because that needs a script, and pages of results have no numbers, because
 * lists are walked from one page to the next.
 */
final class Exemptions {
    private Exemptions() {}

    static final Map<String, List<String>> OF = Map.ofEntries(
            Map.entry("breadcrumbs", List.of("attributes", "classes", "collapseOnMobile", "items", "labelText")),
            Map.entry(
                    "button",
                    List.of(
                            "attributes",
                            "classes",
                            "disabled",
                            "href",
                            "html",
                            "id",
                            "isStartButton",
                            "name",
                            "preventDoubleClick",
                            "type",
                            "value")),
            Map.entry("details", List.of("attributes", "classes", "html", "id", "summaryHtml")),
            Map.entry(
                    "error-summary",
                    List.of(
                            "attributes",
                            "classes",
                            "descriptionHtml",
                            "descriptionText",
                            "disableAutoFocus",
                            "errorList",
                            "titleHtml")),
            Map.entry("generic-header", List.of("attributes", "classes", "containerClasses", "logoHtml")),
            Map.entry(
                    "input",
                    List.of(
                            "attributes",
                            "autocapitalize",
                            "classes",
                            "describedBy",
                            "disabled",
                            "formGroup",
                            "inputWrapper",
                            "inputmode",
                            "label",
                            "pattern",
                            "prefix",
                            "spellcheck",
                            "suffix")),
            Map.entry("inset-text", List.of("attributes", "classes", "html", "id")),
            Map.entry("language-navigation", List.of("attributes", "classes", "items")),
            Map.entry(
                    "notification-banner",
                    List.of(
                            "attributes",
                            "classes",
                            "disableAutoFocus",
                            "html",
                            "role",
                            "titleHeadingLevel",
                            "titleHtml",
                            "titleId",
                            "type")),
            Map.entry("pagination", List.of("attributes", "classes", "items", "next", "previous")),
            Map.entry(
                    "service-navigation",
                    List.of(
                            "ariaLabel",
                            "attributes",
                            "classes",
                            "collapseNavigationOnMobile",
                            "menuButtonLabel",
                            "menuButtonText",
                            "navigation",
                            "navigationClasses",
                            "navigationId",
                            "navigationLabel",
                            "serviceName",
                            "serviceUrl",
                            "slots")),
            Map.entry("skip-link", List.of("attributes", "classes", "html")),
            Map.entry("summary-list", List.of("attributes", "card", "classes", "rows")),
            Map.entry("tag", List.of("attributes", "html")),
            Map.entry(
                    "textarea",
                    List.of(
                            "attributes",
                            "autocomplete",
                            "classes",
                            "describedBy",
                            "formGroup",
                            "label",
                            "spellcheck")));
}
