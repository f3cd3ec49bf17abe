// What people say in the tests.

export const WELCOME = "Welcome. One person writes, the others read. There is no hurry.";
export const QUESTION_HY = "Ծառի մոտ որևէ մեկը կա՞ր։ Խոսեցի՞ն Ձեզ հետ։";
export const ANSWER_AZ =
  "Mən kənd məktəbində dərs deyirəm. Uşaqlar soruşur ki, yolun o tayında kim yaşayır.";
export const STORY_HY =
  "Երբ ճանապարհը բացվեց, մեկ ժամով վերադարձանք։ Մեր հարևան Ռահիմը պահել էր մեր լուսանկարները։";
export const STORY_HY_AGAIN =
  "Երբ ճանապարհը բացվեց, մեկ ժամով վերադարձանք։\nԹթենին կար։ Դարպասը՝ ոչ։";
export const STORY_NOTE_HY = "տան կորուստ";
export const RETURN_NOTE = "Could you say this without the neighbour’s name? Your text is kept.";
export const STORY_AZ =
  "On iki il qardaşımın məzarına gedə bilmədim. Anam hər payız soruşurdu: otunu kim təmizləyir?";
export const BLAME_AZ = "Bunu onların hamısı edib.";
export const MEANWHILE = "Said while somebody’s line was cut.";
