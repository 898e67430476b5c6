package org.councilregistry.api.commands;

import io.dropwizard.core.setup.Bootstrap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.checkpoints.CheckpointKey;
import org.councilregistry.api.events.AuditCheck;

/** Recomputes the chain of events and says whether anybody has touched one. */
public final class VerifyAuditCommand extends RegistryCommand {
    /** The command {@code verify-audit}. */
    public VerifyAuditCommand() {
        super("verify-audit", "checks that no event was changed, removed or put in another order");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("log")
                .metavar("FILE")
                .nargs("?")
                .help(
                        "an export of the log (/v1/exports/events.jsonl), checked without a database; the database if absent");
        parser.addArgument("--public-key")
                .metavar("KEY")
                .action(Arguments.append())
                .help("by whose signature checkpoints are believed; beside its own for the database");
        parser.addArgument("--checkpoint")
                .metavar("POSITION:HASH")
                .action(Arguments.append())
                .help("a position and its hash that were noted elsewhere: finds what was cut off, too");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        String file = arguments.getString("log");
        if (file == null) {
            super.run(bootstrap, arguments);
            return;
        }
        say(new AuditCheck(Path.of(file), trust(arguments)).run());
    }

    @Override
    void run(Wiring wiring, Namespace arguments) {
        AuditCheck.Trust trust = trust(arguments);
        trust.keys().add(new CheckpointKey(wiring.secrets()).publicKey());
        say(new AuditCheck(wiring.databases(), trust).run());
    }

    private static void say(AuditCheck.Report report) {
        System.out.println(report.events() + " events checked, " + report.redacted() + " redacted, "
                + report.checkpoints() + " checkpoints, last hash " + report.hash());
        report.signers().forEach(key -> System.out.println("Checkpoints are signed by the key " + key));
        if (report.fault() != null) throw new IllegalStateException("The log was tampered with: " + report.fault());
        System.out.println("The log is whole.");
    }

    private static AuditCheck.Trust trust(Namespace arguments) {
        Map<Long, String> noted = new HashMap<>();
        for (String note : given(arguments, "checkpoint")) {
            String[] parts = note.split(":", 2);
            if (!note.matches("[0-9]{1,18}:[0-9A-Fa-f]{64}")) {
                throw new IllegalArgumentException("--checkpoint is a position, a colon and 64 hexadecimal digits");
            }
            noted.put(Long.valueOf(parts[0]), parts[1]);
        }
        Set<String> keys = new HashSet<>(given(arguments, "public_key"));
        return new AuditCheck.Trust(keys, noted);
    }

    private static List<String> given(Namespace arguments, String name) {
        List<String> values = arguments.getList(name);
        return values == null ? List.of() : values;
    }
}
