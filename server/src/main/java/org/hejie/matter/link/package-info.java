/** 关联事项: how two matters belong together, and who said so. */
@NullMarked
package org.hejie.matter.link;

import org.jspecify.annotations.NullMarked;
