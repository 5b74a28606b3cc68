package org.hejie.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.hejie.demo.Ground.Spot;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.springframework.core.io.ClassPathResource;

/**
 * Who works in the demo county: one account a role, and as many others without a sign-in as its histories need. Nobody
 * has a name; all are called by what they do.
 */
final class DemoStaff {

    private static final int NAME_LENGTH = 40;

    private final Units units;
    private final Map<String, String> accounts = new HashMap<>();
    private final List<Member> members = new ArrayList<>();
    private final Properties labels = labels();

    /** @param account whether one can sign in as this one */
    record Member(String username, String displayName, Role role, Unit unit, boolean account) {
    }

    /** @param spot where the accounts of grid, village and town work */
    DemoStaff(Units units, Ground ground, Spot spot) {
        this.units = units;
        UnitId center = ground.countyCenter();
        account("dispatcher", Role.DISPATCHER, center);
        account("window", Role.WINDOW, center);
        account("grid", Role.GRID_WORKER, spot.gridUnit());
        account("mediator", Role.MEDIATOR, center);
        account("court", Role.COURT_POST, ground.unit("court"));
        account("procuratorate", Role.PROCURATOR_POST, ground.unit("procuratorate"));
        account("police", Role.POLICE_POST, ground.unit("police"));
        account("petition", Role.PETITION_BUREAU, ground.unit("petition"));
        account("labour", Role.LABOUR_BUREAU, ground.unit("labour"));
        account("department", Role.UNIT_CLERK, ground.unit("housing"));
        account("town", Role.TOWN_CLERK, spot.center());
        account("town-director", Role.TOWN_DIRECTOR, spot.center());
        account("village", Role.VILLAGE_CLERK, spot.village());
        account("duty", Role.DUTY_LEADER, center);
        account("director", Role.CENTER_DIRECTOR, center);
        account("committee", Role.COMMITTEE, ground.unit("committee"));
        account("sysadmin", Role.SYSTEM_ADMIN, center);
        account("secadmin", Role.SECURITY_ADMIN, center);
        account("auditor", Role.AUDIT_ADMIN, center);
        units.all().forEach(this::staff);
    }

    /** Everybody, in an order that is always the same. */
    List<Member> members() {
        return members;
    }

    /** Windows: the article's 14; mediators: its 56 with those of the towns (domain.md §1 no. 5, 9); the rest assumed. */
    private void staff(Unit unit) {
        switch (unit.kind()) {
            case COUNTY -> { }
            case COUNTY_CENTER -> {
                work(unit, Role.WINDOW, 14);
                work(unit, Role.DISPATCHER, 4);
                work(unit, Role.MEDIATOR, 20);
                work(unit, Role.DUTY_LEADER, 6);
                work(unit, Role.CENTER_DIRECTOR, 1);
                work(unit, Role.SYSTEM_ADMIN, 1);
                work(unit, Role.SECURITY_ADMIN, 1);
                work(unit, Role.AUDIT_ADMIN, 1);
            }
            case TOWN_CENTER -> {
                work(unit, Role.TOWN_DIRECTOR, 1);
                work(unit, Role.TOWN_CLERK, 3);
                work(unit, Role.MEDIATOR, 2);
            }
            case VILLAGE -> work(unit, Role.VILLAGE_CLERK, 1);
            case GRID -> work(unit, Role.GRID_WORKER, 1);
            case DEPARTMENT, STATIONED_AGENCY, COMMITTEE -> work(unit, People.roleAt(unit.code()), 2);
        }
    }

    private void account(String username, Role role, UnitId unit) {
        accounts.put(key(role, units.get(unit)), username);
    }

    private void work(Unit unit, Role role, int number) {
        for (int i = 1; i <= number; i++) {
            String account = i == 1 ? accounts.get(key(role, unit)) : null;
            String label = labels.getProperty("role." + role.name());
            if (account != null) {
                members.add(new Member(account, label + "（演示）", role, unit, true));
            } else {
                String name = unit.name() + label + (number > 1 ? Integer.toString(i) : "") + "（演示）";
                members.add(new Member(key(role, unit) + "-" + i, name.substring(Math.max(0, name.length() - NAME_LENGTH)), role, unit, false));
            }
        }
    }

    private static String key(Role role, Unit unit) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + unit.code();
    }

    private static Properties labels() {
        var labels = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource("i18n/org.properties").getInputStream(), StandardCharsets.UTF_8)) {
            labels.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("i18n/org.properties belongs to this build", e);
        }
        return labels;
    }
}
