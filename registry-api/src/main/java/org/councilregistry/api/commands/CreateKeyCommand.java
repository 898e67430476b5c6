package org.councilregistry.api.commands;

import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.councilregistry.api.Wiring;
import org.councilregistry.api.platform.Bodies;
import org.councilregistry.api.platform.Caller;
import org.councilregistry.api.platform.Words;
import org.councilregistry.schema.CreatedKey;
import org.councilregistry.schema.KeyDraft;
import org.councilregistry.schema.Role;

/** Makes an API key, the first one of a new registry for instance, and prints it: this once. */
public final class CreateKeyCommand extends RegistryCommand {
    /** The command {@code create-key}. */
    public CreateKeyCommand() {
        super("create-key", "makes an API key and prints it");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--role").required(true).help("one of: " + Words.known(Role.class));
        parser.addArgument("--organisation").help("for whom it acts: slug or scheme:value");
        parser.addArgument("--label").setDefault("made on the command line").help("what it is for");
    }

    @Override
    void run(Wiring wiring, Namespace arguments) {
        Role role = Words.value(Role.class, arguments.getString("role"));
        if (role == null) throw new IllegalArgumentException("--role must be one of: " + Words.known(Role.class));
        KeyDraft draft = new KeyDraft(arguments.getString("label"), role, arguments.getString("organisation"), null);
        CreatedKey created = wiring.keys().create(Caller.system("create-key"), Bodies.checked(draft));
        System.out.println(created.secret());
    }
}
