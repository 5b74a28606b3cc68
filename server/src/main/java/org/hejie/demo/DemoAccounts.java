package org.hejie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hejie.demo.DemoStaff.Member;
import org.hejie.org.Accounts;
import org.hejie.org.Actor;
import org.hejie.org.NewPost;
import org.hejie.org.NewStaff;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.org.StaffRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hires the demo staff and opens the accounts under one password that is drawn for this installation. */
@Component
class DemoAccounts {

    static final String FILE = "demo-accounts.txt";

    private static final Actor SERVER = Actor.system("demo-county", List.of());
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final StaffRegister register;
    private final StaffDirectory directory;
    private final Accounts accounts;
    private final Marker marker;
    private final TransactionTemplate transaction;
    private final DemoProperties properties;

    DemoAccounts(StaffRegister register, StaffDirectory directory, Accounts accounts, Marker marker,
            TransactionTemplate transaction, DemoProperties properties) {
        this.register = register;
        this.directory = directory;
        this.accounts = accounts;
        this.marker = marker;
        this.transaction = transaction;
        this.properties = properties;
    }

    /** Adds whoever is not there yet. */
    Roster hire(List<Member> members, LocalDate since) {
        Map<String, StaffId> known = marker.staff();
        List<Member> missing = members.stream().filter(one -> !one.account() && !known.containsKey(one.username())).toList();
        if (!missing.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                List<StaffId> ids = register.addAll(SERVER, missing.stream().map(one -> staff(one, since)).toList());
                Map<String, StaffId> added = new LinkedHashMap<>();
                for (int i = 0; i < ids.size(); i++) {
                    added.put(missing.get(i).username(), ids.get(i));
                }
                marker.staff(added);
                known.putAll(added);
            });
        }
        members.stream().filter(Member::account).filter(one -> !known.containsKey(one.username())).forEach(one -> {
            StaffId id = directory.byUsername(one.username()).map(StaffMember::id)
                    .orElseGet(() -> accounts.open(SERVER, staff(one, since), password(), false));
            marker.staff(Map.of(one.username(), id));
            known.put(one.username(), id);
        });
        var roster = new Roster();
        members.forEach(one -> roster.add(one.username(), known.get(one.username()), one.displayName(), one.role(), one.unit().id(), since));
        return roster;
    }

    /** Gives all accounts one new password, and writes it down for the owner of this machine alone. */
    Path handOver(List<Member> members) {
        String password = password();
        Map<String, StaffId> staff = marker.staff();
        var text = new StringBuilder("# Demo accounts of this installation: role, user name, password, name shown.\n");
        for (Member one : members) {
            if (one.account()) {
                accounts.setPassword(SERVER, staff.get(one.username()), password, false);
                text.append(String.format("%-16s  %-14s  %s  %s%n", one.role().name(), one.username(), password, one.displayName()));
            }
        }
        return write(properties.folder().resolve(FILE), text.toString());
    }

    /** Writes a file that only its owner can read. */
    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static NewStaff staff(Member one, LocalDate since) {
        return new NewStaff(one.username(), one.displayName(), one.unit().id(),
                List.of(new NewPost(one.role(), one.unit().id(), null, since, null)));
    }

    private static String password() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            password.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
