/** A certificate's subject as people read it: the name first, then the body it belongs to, without their marks. */
export const holderOf = (subject: string): string => subject.replace(/^CN=/, '').replace(/,[A-Z]+=/g, ' · ')
