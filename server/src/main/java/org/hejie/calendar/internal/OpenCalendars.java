package org.hejie.calendar.internal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Opens the calendars at start, before any request and after listeners can hear of a change. */
@Component
class OpenCalendars implements SmartInitializingSingleton {

    private final CalendarsInForce calendars;

    OpenCalendars(CalendarsInForce calendars) {
        this.calendars = calendars;
    }

    @Override
    public void afterSingletonsInstantiated() {
        calendars.open();
    }
}
