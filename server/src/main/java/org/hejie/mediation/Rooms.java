package org.hejie.mediation;

import org.hejie.shared.web.Problem;

/** The register of function rooms (功能室), kept by the centre. */
public interface Rooms {

    /** What a room is for. Source: domain.md §1 no. 9. */
    enum Kind {
        /** 调解室. */
        MEDIATION,
        /** 听证室. */
        HEARING,
        /** 心理咨询室. */
        COUNSELLING,
        /** 约谈室. */
        TALK,
        /** 视频调解室. */
        VIDEO
    }

    /**
     * Adds one.
     *
     * @throws Problem FORBIDDEN {@code MEDIATION_ROOMS}; ALREADY_EXISTS {@code ROOM_NAME}
     */
    long add(Room room);

    /** Changes or closes one; what is planned in it stays. @throws Problem as {@link #add}; NOT_FOUND */
    void change(int id, Room room);

    /**
     * What is kept of a room.
     *
     * @param capacity people, 1 to 500
     * @param open     a closed room takes no new session
     */
    record Room(String name, String nameEn, Kind kind, int capacity, boolean twoDoors, boolean recorder, boolean open) {

        private static final int LONGEST = 60;
        private static final int LARGEST = 500;

        /** @throws Problem naming what cannot be taken */
        public Room {
            name = Texts.checked("name", name, LONGEST);
            nameEn = Texts.checked("nameEn", nameEn, LONGEST);
            if (capacity < 1 || capacity > LARGEST) {
                throw Problem.field("capacity", "RANGE");
            }
        }
    }
}
