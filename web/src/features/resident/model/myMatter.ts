import { ref } from 'vue'
import type { PublicReceipt } from '../api/public'

/** The receipt just given, and the key of the matter being followed: in memory, gone on reload. */
export const receipt = ref<PublicReceipt>()
export const followToken = ref('')
