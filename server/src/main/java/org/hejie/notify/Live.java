package org.hejie.notify;

import java.util.function.Consumer;
import org.hejie.org.UnitId;

/** Lets pages know that something has changed, on all nodes, within about two seconds. A hint: what is lost is found by looking again. */
public interface Live {

    /** Work lists. */
    String MATTERS = "matters";

    /**
     * Something of the topic has changed. Returns at once; the hint goes out when the transaction of the caller, if there
     * is one, has been committed. Many together become one.
     *
     * @param topic without anything of a matter or person
     */
    void changed(String topic);

    /** Notices for those who work at a unit. */
    static String ofUnit(UnitId unit) {
        return "notices:" + unit.value();
    }

    /** Hears of topics that change from now on, on whatever node. It is called by a thread of its own and is to be quick. */
    void listen(Consumer<String> listener);

    /** Hears no more. */
    void leave(Consumer<String> listener);
}
