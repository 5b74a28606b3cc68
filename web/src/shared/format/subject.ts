/** A certificate's subject as people read it: the name first, without its mark. */
export const holderOf = (subject: string): string => subject.replace(/^CN=/, '')
