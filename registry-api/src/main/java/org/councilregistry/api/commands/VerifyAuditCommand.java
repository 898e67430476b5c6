package org.councilregistry.api.commands;

import net.sourceforge.argparse4j.inf.Namespace;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.events.AuditCheck;

/** Recomputes the chain of events and says whether anybody has touched one. */
public final class VerifyAuditCommand extends RegistryCommand {
    /** The command {@code verify-audit}. */
    public VerifyAuditCommand() {
        super("verify-audit", "checks that no event was changed, removed or put in another order");
    }

    @Override
    void run(Wiring wiring, Namespace arguments) {
        AuditCheck.Report report = new AuditCheck(wiring.databases()).run();
        System.out.println(
                report.events() + " events checked, " + report.redacted() + " redacted, last hash " + report.hash());
        if (report.fault() != null) throw new IllegalStateException("The log was tampered with: " + report.fault());
        System.out.println("The log is whole.");
    }
}
