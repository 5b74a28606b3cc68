package org.hejie.shared.crypto;

import java.util.List;

/** What a module keeps sealed with {@link FieldCipher}: a bean of it tells {@link KeyRenewal} where to look after a rotation. */
public interface SealedColumns {

    /** All that the bean seals. */
    List<SealedColumn> sealedColumns();
}
