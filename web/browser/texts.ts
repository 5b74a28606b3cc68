import adminEn from '../src/features/admin/locales/en'
import adminZh from '../src/features/admin/locales/zh'
import answersEn from '../src/features/answers/locales/en'
import answersZh from '../src/features/answers/locales/zh'
import dossierEn from '../src/features/dossier/locales/en'
import dossierZh from '../src/features/dossier/locales/zh'
import importsEn from '../src/features/imports/locales/en'
import importsZh from '../src/features/imports/locales/zh'
import jointEn from '../src/features/joint/locales/en'
import jointZh from '../src/features/joint/locales/zh'
import matterEn from '../src/features/matter/locales/en'
import matterZh from '../src/features/matter/locales/zh'
import mediationEn from '../src/features/mediation/locales/en'
import mediationZh from '../src/features/mediation/locales/zh'
import noticesEn from '../src/features/notices/locales/en'
import noticesZh from '../src/features/notices/locales/zh'
import reconciliationEn from '../src/features/reconciliation/locales/en'
import reconciliationZh from '../src/features/reconciliation/locales/zh'
import referralEn from '../src/features/referral/locales/en'
import referralZh from '../src/features/referral/locales/zh'
import registerEn from '../src/features/register/locales/en'
import registerZh from '../src/features/register/locales/zh'
import residentEn from '../src/features/resident/locales/en'
import residentZh from '../src/features/resident/locales/zh'
import rulesEn from '../src/features/rules/locales/en'
import rulesZh from '../src/features/rules/locales/zh'
import sealEn from '../src/features/seal/locales/en'
import sealZh from '../src/features/seal/locales/zh'
import sessionEn from '../src/features/session/locales/en'
import sessionZh from '../src/features/session/locales/zh'
import submissionsEn from '../src/features/submissions/locales/en'
import submissionsZh from '../src/features/submissions/locales/zh'
import subsidyEn from '../src/features/subsidy/locales/en'
import subsidyZh from '../src/features/subsidy/locales/zh'
import supervisionEn from '../src/features/supervision/locales/en'
import supervisionZh from '../src/features/supervision/locales/zh'
import twinsEn from '../src/features/twins/locales/en'
import twinsZh from '../src/features/twins/locales/zh'
import wageEn from '../src/features/wage/locales/en'
import wageZh from '../src/features/wage/locales/zh'
import worklistEn from '../src/features/worklist/locales/en'
import worklistZh from '../src/features/worklist/locales/zh'
import commonEn from '../src/shared/text/en'
import commonZh from '../src/shared/text/zh'
import wordsEn from '../src/shared/words/en'
import wordsZh from '../src/shared/words/zh'

const zh = {
  admin: adminZh,
  answers: answersZh,
  common: commonZh,
  dossier: dossierZh,
  imports: importsZh,
  joint: jointZh,
  matter: matterZh,
  mediation: mediationZh,
  notices: noticesZh,
  reconciliation: reconciliationZh,
  referral: referralZh,
  register: registerZh,
  resident: residentZh,
  rules: rulesZh,
  seal: sealZh,
  session: sessionZh,
  submissions: submissionsZh,
  subsidy: subsidyZh,
  supervision: supervisionZh,
  twins: twinsZh,
  wage: wageZh,
  words: wordsZh,
  worklist: worklistZh,
}

/** The words people see, by which the tests find what to press. */
export const texts = {
  zh,
  en: {
    admin: adminEn,
    answers: answersEn,
    common: commonEn,
    dossier: dossierEn,
    imports: importsEn,
    joint: jointEn,
    matter: matterEn,
    mediation: mediationEn,
    notices: noticesEn,
    reconciliation: reconciliationEn,
    referral: referralEn,
    register: registerEn,
    resident: residentEn,
    rules: rulesEn,
    seal: sealEn,
    session: sessionEn,
    submissions: submissionsEn,
    subsidy: subsidyEn,
    supervision: supervisionEn,
    twins: twinsEn,
    wage: wageEn,
    words: wordsEn,
    worklist: worklistEn,
  } satisfies typeof zh,
}
