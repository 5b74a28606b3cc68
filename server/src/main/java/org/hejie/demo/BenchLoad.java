package org.hejie.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.demo.Marker.Begun;
import org.hejie.demo.Writers.Batch;
import org.hejie.org.Actor;
import org.hejie.org.ApiClients;
import org.hejie.org.NewApiClient;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Command;
import org.hejie.shared.Ids;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code bench-load N}: brings the demo county to N matters through the bulk path, all but about three in a hundred of
 * them archived, and makes API tokens for load tests. The demo county itself is made first, at the start.
 */
@Component
@Profile("demo")
class BenchLoad implements Command {

    static final String TOKENS = "bench-tokens.properties";

    private static final Actor SERVER = Actor.system("bench-load", List.of());
    private static final int LARGEST_BATCH = 400;
    private static final Duration LIFE = Duration.ofDays(90);
    private static final List<String> POSTS = List.of("dispatcher", "town", "grid", "department");

    private final DemoCounty county;
    private final Marker marker;
    private final Writers writers;
    private final Statistics statistics;
    private final ApiClients clients;
    private final StaffDirectory directory;
    private final DemoProperties properties;
    private final Ids ids;

    BenchLoad(DemoCounty county, Marker marker, Writers writers, Statistics statistics, ApiClients clients,
            StaffDirectory directory, DemoProperties properties, Ids ids) {
        this.county = county;
        this.marker = marker;
        this.writers = writers;
        this.statistics = statistics;
        this.clients = clients;
        this.directory = directory;
        this.properties = properties;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "bench-load";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || !arguments.getFirst().matches("\\d{1,8}")) {
            System.err.println("bench-load needs the number of matters, for example: bench-load 100000");
            return 2;
        }
        long there = statistics.matters();
        long wanted = Long.parseLong(arguments.getFirst());
        if (wanted > there) {
            load((int) there, (int) (wanted - there));
            statistics.renew();
        }
        tokens();
        System.out.printf("  Matters: %,d%n", statistics.matters());
        return 0;
    }

    private void load(int there, int missing) {
        Begun begun = marker.begun().orElseThrow();
        World world = county.world(begun.seed() + there, begun.lastDay(), Long.toString(ids.next(), 36) + "-");
        var telling = new Telling(world);
        var plan = new CountyPlan(begun.seed() + there, world.rhythm(), world.texts());
        double scale = (missing + 1.0 * CountyPlan.YEARS * Stream.values().length) / (CountyPlan.YEARS * plan.perYear());
        List<Spec> specs = plan.specs(begun.lastDay(), scale, Map.of());
        List<Batch> batches = Batches.apart(specs.subList(Math.max(0, specs.size() - missing), specs.size()), LARGEST_BATCH).stream()
                .map(part -> new Batch(part.size(), () -> part.stream().map(telling::tell).toList(), () -> { }))
                .toList();
        writers.write(batches, world.ground().county().value(), new Progress("Load", missing, System.out));
    }

    private void tokens() {
        Map<String, StaffId> staff = marker.staff();
        List<String> lines = new ArrayList<>(List.of("# API tokens for load tests of this installation"));
        for (String post : POSTS) {
            lines.add(post + "=" + clients.issue(SERVER, new NewApiClient("bench " + post, null, null,
                    directory.postsOf(staff.get(post)).getFirst().id(), Set.of(), LIFE)).token());
        }
        lines.add("line-12345=" + clients.issue(SERVER, new NewApiClient("bench 12345", null, 4, null,
                Set.of("line:12345:submit", "line:12345:read"), LIFE)).token());
        DemoAccounts.write(properties.folder().resolve(TOKENS), String.join("\n", lines) + "\n");
    }
}
