package org.hejie.org.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hejie.org.NewPost;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.org.StaffMember.State;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers about staff from the database, and names from memory. */
@Service
class KeptStaffDirectory implements StaffDirectory {

    private record Row(long id, String username, String displayName, @Nullable Long homeUnit, State state) {
    }

    private final JdbcClient jdbc;
    private final PostRows posts;
    private final PostScopes scopes;
    private final Units units;
    private final Clock clock;
    private final Cache<StaffId, String> names =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(5)).build();

    KeptStaffDirectory(JdbcClient jdbc, PostRows posts, PostScopes scopes, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.scopes = scopes;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Optional<String> displayName(StaffId id) {
        return Optional.ofNullable(names.get(id, key -> jdbc.sql("select display_name from org.staff where id = :id")
                .param("id", key.value()).query(String.class).optional().orElse(null)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StaffMember> find(StaffId id) {
        return members(rows("where id = :id", Map.of("id", id.value()))).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StaffMember> byUsername(String username) {
        return members(rows("where username = :username", Map.of("username", username.strip().toLowerCase(Locale.ROOT))))
                .stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<StaffMember> list(@Nullable UnitId unit, @Nullable String text, @Nullable String cursor, int limit) {
        List<Long> within = unit == null ? List.of() : units.all().stream()
                .filter(one -> units.isWithin(one.id(), unit)).map(one -> one.id().value()).toList();
        List<StaffMember> found = members(rows("""
                where username > :after
                  and (:text = '' or position(:text in username) > 0 or position(:text in display_name) > 0)
                  and (:anywhere or home_unit = any (:within)
                       or exists (select from org.post p where p.staff = staff.id and p.unit = any (:within)))
                order by username
                limit :limit
                """, Map.of(
                "after", cursor == null ? "" : Cursor.decode(cursor, 1).getFirst(),
                "text", text == null ? "" : text.strip(),
                "anywhere", unit == null,
                "within", within.toArray(Long[]::new),
                "limit", limit + 1)));
        return Page.of(found, limit, last -> Cursor.encode(last.username()), null);
    }

    @Override
    public Optional<Post> post(PostId id) {
        return posts.find(id).filter(post -> post.inForceOn(today()));
    }

    @Override
    public Optional<Post> anyPost(PostId id) {
        return posts.find(id);
    }

    @Override
    public @Nullable UnitId scopeOf(NewPost post) {
        return scopes.scopeOf(post);
    }

    @Override
    public List<Post> postsOf(StaffId staff) {
        return posts.usableOn(staff, today());
    }

    private List<Row> rows(String condition, Map<String, Object> parameters) {
        return jdbc.sql("""
                select id, username, display_name, home_unit,
                       case when deactivated_at is not null then 'DEACTIVATED' when locked_at is not null then 'LOCKED'
                            else 'ACTIVE' end as state
                  from org.staff
                """ + condition)
                .params(parameters)
                .query((row, number) -> new Row(row.getLong("id"), row.getString("username"), row.getString("display_name"),
                        row.getObject("home_unit", Long.class), State.valueOf(row.getString("state"))))
                .list();
    }

    private List<StaffMember> members(List<Row> rows) {
        Map<StaffId, List<Post>> held = posts.heldFrom(rows.stream().map(Row::id).toList(), today()).stream()
                .collect(Collectors.groupingBy(Post::holder));
        return rows.stream()
                .map(row -> new StaffMember(new StaffId(row.id()), row.username(), row.displayName(),
                        row.homeUnit() == null ? null : new UnitId(row.homeUnit()), row.state() == State.ACTIVE, row.state(),
                        held.getOrDefault(new StaffId(row.id()), List.of())))
                .toList();
    }

    private LocalDate today() {
        return Times.dateOf(clock.instant());
    }
}
