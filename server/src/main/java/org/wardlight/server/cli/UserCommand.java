// SPDX-License-Identifier: Apache-2.0
package org.wardlight.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardlight.server.wiring.ConfigException;
import org.wardlight.sync.account.Accounts;
import org.wardlight.sync.account.Reach;
import org.wardlight.sync.account.Role;
import org.wardlight.sync.account.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wardlight user}: who has an account. Works beside a running server. */
@Command(
        name = "user",
        description = "List, add, invite, switch off and remove the people who may sign in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class UserCommand extends AccountsCommand {
    private static final Duration LINK_LIFE = Duration.ofHours(48);

    UserCommand(Console console) {
        super(console);
    }

    @Command(name = "list", description = "Who has an account, one line each.", mixinStandardHelpOptions = true)
    int list() throws Exception {
        return with(security -> {
            var accounts = security.accounts();
            for (User user : accounts.users()) {
                console.out()
                        .println(String.join(
                                "\t",
                                user.name(),
                                user.role().word(),
                                user.disabled() ? "off" : "on",
                                user.displayName(),
                                sees(user.reach())));
            }
        });
    }

    @Command(name = "add", description = "Add somebody and set the password.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "What is typed to sign in.") String name,
            @Option(
                            names = "--role",
                            defaultValue = "viewer",
                            description = "viewer, editor or admin (default: viewer).")
                    String role,
            @Option(
                            names = "--password-file",
                            paramLabel = "FILE",
                            description = "File whose first line is the password; asked for on a terminal otherwise.")
                    @Nullable
                    Path file,
            @Option(
                            names = "--display-name",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "Name as others see it.")
                    String displayName)
            throws Exception {
        String password = file == null ? typed() : firstLine(file);
        return with(security -> {
            var accounts = security.accounts();
            User user = accounts.accept(accounts.invite(role(role), "local", LINK_LIFE), name, displayName, password);
            console.out().println("Added " + user.name() + ", " + user.role().word() + ".");
        });
    }

    @Command(
            name = "invite",
            description = "Print a link that lets somebody choose a name and a password; it works once, for 48 hours.",
            mixinStandardHelpOptions = true)
    int invite(
            @Option(
                            names = "--role",
                            defaultValue = "viewer",
                            description = "viewer, editor or admin (default: viewer).")
                    String role,
            @Option(names = "--user", paramLabel = "NAME", description = "Let this user choose a new password instead.")
                    @Nullable
                    String user,
            @Option(
                            names = "--at",
                            paramLabel = "URL",
                            defaultValue = "http://127.0.0.1:8080",
                            description = "Where the server is (default: http://127.0.0.1:8080).")
                    String at)
            throws Exception {
        return with(security -> {
            var accounts = security.accounts();
            String secret = user == null
                    ? accounts.invite(role(role), "local", LINK_LIFE)
                    : accounts.inviteAgain(user, "local", LINK_LIFE);
            console.out().println(at.replaceAll("/+$", "") + "/welcome#" + secret);
        });
    }

    @Command(
            name = "disable",
            description = "Switch an account off and end its sessions.",
            mixinStandardHelpOptions = true)
    int disable(@Parameters(paramLabel = "NAME") String name) throws Exception {
        return with(security -> security.accounts()
                .change(name, known(security.accounts(), name).role(), true));
    }

    @Command(name = "enable", description = "Switch an account on again.", mixinStandardHelpOptions = true)
    int enable(@Parameters(paramLabel = "NAME") String name) throws Exception {
        return with(security -> security.accounts()
                .change(name, known(security.accounts(), name).role(), false));
    }

    private static String sees(Reach reach) {
        if (!reach.limited()) {
            return "everybody";
        }
        return reach.lists().isEmpty()
                ? "nobody"
                : "lists: " + reach.lists().stream().sorted().collect(Collectors.joining(", "));
    }

    @Command(
            name = "limit",
            description = "Let somebody see only who is on lists, or everybody again when no list is given.",
            mixinStandardHelpOptions = true)
    int limit(
            @Parameters(paramLabel = "NAME", description = "The user.") String name,
            @Option(names = "--list", paramLabel = "LIST", description = "A list; may be given more than once.")
                    @Nullable
                    List<String> lists)
            throws Exception {
        return withNode(node -> {
            Accounts accounts = node.security().accounts();
            for (String list : lists == null ? List.<String>of() : lists) {
                if (node.security().lists().named(list).isEmpty()) {
                    throw new ConfigException("There is no list of the name " + list + ".");
                }
            }
            accounts.limit(known(accounts, name).name(), lists == null ? Reach.ALL : Reach.of(Set.copyOf(lists)));
        });
    }

    @Command(
            name = "remove",
            description = "Remove an account; what it did stays in the audit.",
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME") String name) throws Exception {
        return with(security -> security.accounts().remove(name));
    }

    private static User known(Accounts accounts, String name) {
        return accounts.users().stream()
                .filter(user -> user.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ConfigException("There is no user of the name " + name + "."));
    }

    private static Role role(String word) {
        try {
            Role role = Role.parse(word);
            if (role != Role.DEVICE) {
                return role;
            }
        } catch (IllegalArgumentException unknown) {
            // Said below.
        }
        throw new ConfigException("--role is " + word + "; expected viewer, editor or admin");
    }

    private static String typed() {
        java.io.Console terminal = System.console();
        char[] password = terminal == null ? null : terminal.readPassword("Password: ");
        if (password == null) {
            throw new ConfigException("There is no terminal to type a password on; give --password-file");
        }
        return new String(password);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new ConfigException("--password-file " + file + " cannot be read");
        }
    }
}
