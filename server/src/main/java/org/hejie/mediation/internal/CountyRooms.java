package org.hejie.mediation.internal;

import org.hejie.mediation.Rooms;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rooms. */
@Service
class CountyRooms implements Rooms {

    private final JdbcClient jdbc;

    CountyRooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public long add(Room room) {
        Powers.requireRooms();
        try {
            return values(jdbc.sql("""
                    insert into mediation.room (name, name_en, kind, capacity, two_doors, recorder, open)
                    values (:name, :nameEn, :kind, :capacity, :twoDoors, :recorder, :open) returning id
                    """), room).query(Long.class).single();
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "ROOM_NAME");
        }
    }

    @Override
    @Transactional
    public void change(int id, Room room) {
        Powers.requireRooms();
        try {
            if (values(jdbc.sql("""
                    update mediation.room set name = :name, name_en = :nameEn, kind = :kind, capacity = :capacity, two_doors = :twoDoors,
                                              recorder = :recorder, open = :open
                     where id = :id
                    """), room).param("id", id).update() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
            }
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "ROOM_NAME");
        }
    }

    private static StatementSpec values(StatementSpec statement, Room room) {
        return statement.param("name", room.name()).param("nameEn", room.nameEn()).param("kind", room.kind().name())
                .param("capacity", room.capacity()).param("twoDoors", room.twoDoors()).param("recorder", room.recorder())
                .param("open", room.open());
    }
}
