### Not yet read by two native speakers.
### Words used on every page. Plain, polite, at most 14 words, present tense.
### No exclamation marks, no military or court words, no place names.
### A sentence is one message: never glue endings to a variable.

product = Dəyirmi masa
title-meeting = Görüş
# $count (Number): messages that arrived while the page was not in view.
title-meeting-new = Görüş ({ $count })

## Languages. Their own names are fixed and stand in the code.

language-in-az = azərbaycanca
language-in-en = ingiliscə
language-in-hy = ermənicə

## Roles and sides

role-participant = iştirakçı
role-facilitator = fasilitator
role-interpreter = tərcüməçi
role-observer = müşahidəçi
role-expert = ekspert

side-armenian = Erməni
side-azerbaijani = Azərbaycanlı
belonging-both = Hər ikisi
belonging-other = Başqa
belonging-undeclared = Bildirmək istəmirəm
belonging-third-party = Üçüncü tərəf
# Shown to facilitators beside a person who did not give a side.
belonging-not-said = tərəf bildirilməyib

## Kinds of message

kind-plain = Sadə
    .about = Sadəcə deyin
kind-story = Hekayə
    .about = Özünüzün yaşadığı bir hadisə
kind-question = Sual
    .about = Bir nəfərə və ya hamıya
kind-reflection = Nə eşitdim
    .about = Başqasının sözü, sizin dilinizlə
kind-acknowledgement = Nəyi qəbul edirəm
    .about = Doğru saydığınız bir şey
kind-proposal = Təklif
    .about = Nə edə bilərik

## Phases of the agenda

phase-welcome = Salamlaşma və qaydalar
phase-arriving = Tanışlıq
phase-stories = Hekayələr
phase-listening = Nə eşitdik
phase-closing = Yekun söz
# $name (String): the code of a phase that has no words yet.
phase-other = { $name }

## Reasons that a person can read

reason-place = İnsanların yaşadığı yer
reason-third-person = Burada olmayan bir insan
reason-whole-people = Bütöv bir xalqdan danışılır
reason-graphic = Oxunması ağır təfərrüatlar
reason-off-topic = Bugünkü mövzuya aid deyil
reason-other = Başqa səbəb

pause-reason-rest = Bir az dincəlmək üçün
pause-reason-slow = Asta getmək üçün
pause-reason-interpreting = Tərcüməyə vaxt lazımdır
pause-reason-technical = Texniki çətinlik

because-phase = Bu mərhələdə hər mesajı əvvəlcə fasilitator oxuyur.
because-rule = Görüşün bir qaydasına görə fasilitator onu oxuyur.
because-insisted = Müəllifdən yenidən baxmaq xahiş olundu və o göndərdi.
because-returned = Bir dəfə qaytarılıb və müəllif düzəliş edib.

## Rules of the meeting

rules = Görüş qaydaları
rule-1 = Öz adınızdan, öz həyatınızdan danışın.
rule-2 = Burada olmayan insanların adını çəkməyin.
rule-3 = Ünvanları və insanların indi yaşadığı yerləri yazmayın.
rule-4 = Oxunması ağır hekayədən əvvəl qeyd yazın.
rule-5 = Fikir ayrılığınız deyilənlə olsun, insanla yox.
rule-6 = Burada deyilən burada qalır, müəllifi başqa cür istəməsə.

## Time

# $minutes (Number)
minutes = { $minutes } dəq
# Soft on purpose: no seconds. $minutes (Number)
time-left = təxminən { $minutes } dəqiqə qalıb
# Only in the last two minutes. $clock (String): minutes and seconds, such as 1:40.
time-left-clock = { $clock } qalıb
time-over = vaxt bir az keçib
# $clock (String): a time of day, such as 19:24.
time-ends-at = sonu: { $clock }

## Actions

continue = Davam et
back = Geri
close = Bağla
cancel = Ləğv et
save = Yadda saxla
send = Göndər
edit = Düzəliş et
undo = Geri al
# $seconds (Number): whole seconds left in which the act can be undone.
undo-left = Geri al ({ $seconds } san)
try-again = Yenidən cəhd et
discard = Sil
copy = Köçür
more = Daha çox
help = Kömək
menu = Menyu
leave-quickly = Tez çıx
leave-meeting = Görüşdən çıx
not-for-me = Mənə uyğun deyil

## Practice

practice-banner = Sınaq. Buradakı heç nə əsl görüş deyil.
# A word in the room's banner.
practice-tag = Sınaq

## Menu sheet

menu-title = Menyu
menu-language = Səhifənin dili
# Stays until two native readers have signed off this catalogue.
language-unread = Bu tərcüməni ana dili daşıyıcısı olan iki oxucu hələ yoxlamayıb.
menu-text-size = Mətnin ölçüsü
menu-text-normal = Adi
menu-text-large = Böyük
menu-text-larger = Daha böyük
menu-announce = Ekran oxuyucusu səsləndirsin
menu-announce-all = Hər şeyi
menu-announce-some = Fasilitatorları və mənə aid olanı
menu-announce-none = Heç nəyi
menu-theme = Açıq və ya tünd görünüş cihazınıza uyğun olur.
menu-you = Siz bu görüşdə
menu-people = Kimlər buradadır
menu-change-name = Adı, tərəfi və ya dilləri dəyiş

## Help sheet

help-title = Nəyə ehtiyacınız var?
help-rules = Qaydaları yenidən oxu
help-agenda = Gündəliyə bax
help-who-sees = Kim nəyi görür: bax
help-keys = Klaviaturadan istifadə et
help-write = Sadəcə burada da yaza bilərsiniz; fasilitator oxuyur.
keys-title = Klaviatura
keys-region = Səhifənin növbəti hissəsinə keç
keys-messages = Mesajları bir-bir gəz
keys-actions = Mesajla nə etmək olar: aç
keys-hear = Mesaja “Sizi eşidirəm” de
keys-send = Göndər
keys-close = Pəncərəni bağla
keys-only-there = Mesaj düymələri yalnız söhbət seçiləndə işləyir.

## Leaving

leave-title = Görüşdən çıx
leave-text = Mesajlarınız otaqda qalır. Çıxmazdan əvvəl hər birini geri götürə bilərsiniz.
leave-again = Görüş bitənə qədər bu brauzerlə qayıda bilərsiniz.
leave-stay = Qal
leave-now = Çıx
leave-quickly-note = Bu səhifə dərhal bağlanır. Brauzeriniz burada olduğunuzu yadda saxlaya bilər.
left-title = Siz çıxdınız
left-text = Bu cihaz görüşü unudub. Səhifəni bağlaya bilərsiniz.

## The neutral first page

home-title = Dəyirmi masa
home-text = Yazılı söhbətlər, dəvətlə.
home-how = İştirak etmək üçün sizə verilən keçidi açın.

## Things that did not work

error-title = Alınmadı
error-invitation-unknown = Bu dəvət işləmir və ya artıq istifadə olunub. Zəhmət olmasa, yenisini istəyin.
error-seat-unknown = Bu brauzerin görüşdə yeri yoxdur. Zəhmət olmasa, yeni dəvət istəyin.
error-consent-missing = İştirak etmək üçün, zəhmət olmasa, birinci xananı işarələyin.
error-stream-unknown = Bağlantı yenidən başlamalıdır. İndi bunu edirik.
error-offline = Bağlantı yoxdur. Zəhmət olmasa, bir azdan yenidən cəhd edin.
error-timeout = Cavab çox gecikir. Zəhmət olmasa, yenidən cəhd edin.
error-too-many = Sorğular həddən çoxdur. Zəhmət olmasa, bir az gözləyin.
error-bad-request = Səhifə ilə server bir-birini anlamır. Zəhmət olmasa, səhifəni yeniləyin.
error-bad-json = Səhifə ilə server bir-birini anlamır. Zəhmət olmasa, səhifəni yeniləyin.
error-bad-origin = Bu ünvan görüşə aid deyil. Zəhmət olmasa, öz keçidinizi açın.
error-not-found = Bu ünvanda heç nə yoxdur.
error-busy = Server məşğuldur. Zəhmət olmasa, bir azdan yenidən cəhd edin.
error-protocol = Bu səhifə serverdən köhnədir. Zəhmət olmasa, səhifəni yeniləyin.
error-unexpected = Bizdə nə isə alınmadı. Zəhmət olmasa, bir azdan yenidən cəhd edin.
error-fault = Bizdə nə isə alınmadı. Sözləriniz burada itmir.
reload = Səhifəni yenilə
