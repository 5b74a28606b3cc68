package org.hejie.matter;

import java.util.List;
import org.hejie.party.PartyId;

/**
 * People an upper module keeps beside a matter, such as the workers of a wage claim. Each bean of this kind is asked when
 * more or fewer may see the matter, so that they see these people or no longer do.
 */
public interface PeopleBeside {

    /** Those within the current scope. */
    List<PartyId> of(MatterId matter);
}
