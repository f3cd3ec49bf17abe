### Not yet read by two native speakers.
### The room: banner, conversation, message states, composer, connection.

## Frame

skip-to-writing = Yazmağa keç
skip-to-conversation = Söhbətə keç
conversation = Söhbət
region-banner = Mərhələ və menyu
region-writing = Yazı
region-side = Gündəlik və iştirakçılar
agenda = Gündəlik
agenda-done = bitib
agenda-now = indi
agenda-next = gələcək
agenda-about = Hər mərhələnin sonu yumşaqdır. Heç kimin sözü kəsilmir.
# $position (Number), $count (Number), $name (String), $left (String): whole words about the time.
banner-label = Mərhələ { $position } / { $count }: { $name }. { $left }. Gündəliyi aç.
writers-everyone = Hamı yaza bilər
writers-facilitators = Fasilitatorlar yazır, qalanlar oxuyur
screening-strict = Hər mesajı əvvəlcə fasilitator oxuyur
# $count (Number)
people-here = { $count ->
    [one] { $count } nəfər buradadır
   *[other] { $count } nəfər buradadır
}
people-title = Kimlər buradadır
people-here-now = burada
people-away = burada deyil
people-not-yet = hələ adı yoxdur
people-you = siz
observers-here = { $count ->
    [one] { $count } müşahidəçi oxuyur
   *[other] { $count } müşahidəçi oxuyur
}
rules-agreed = Görüş qaydaları
private-words = Səhifənin bu hissəsi yalnız sizin üçündür.

## Conversation

empty-room = Hələ heç kim yazmayıb. Tələsməyə ehtiyac yoxdur.
you = Siz
# Stands in place of a name that is not known.
no-name = Bir nəfər
story-note = Hekayə. Müəllifin qeydi:
story-read = Oxu
story-fold = Qatla
tomb-withdrawn = Müəllif geri götürüb
tomb-hidden = Fasilitator gizlədib
tomb-removed = İki fasilitator otaqdan götürüb
hear = Sizi eşidirəm
# $count (Number): people who pressed "I hear you", not counting the reader.
heard-others = { $count ->
    [one] { $count } nəfər eşitdi
   *[other] { $count } nəfər eşitdi
}
# $count (Number): other people, besides the reader. 0 is possible.
heard-you = { $count ->
    [0] Siz eşitdiniz
    [one] Siz və daha { $count } nəfər eşitdiniz
   *[other] Siz və daha { $count } nəfər eşitdiniz
}
# $names (String): names joined with commas; only the author of the message sees them.
heard-names = Eşidənlər: { $names }
message-actions = Bu mesajla nə etmək olar
# $name (String)
message-actions-of = Bu mesajla nə etmək olar. Müəllif: { $name }
new-messages = { $count ->
    [one] { $count } yeni mesaj
   *[other] { $count } yeni mesaj
}
to-latest = Son mesaja keç
opened-line = Otaq açıqdır
phase-line = Mərhələ: { $name }
paused-line = Fasilə
resumed-line = Davam edirik
closed-line = Görüş bitdi

## States of one's own message: words, what happens next, a way out

state-sending = Göndərilir…
state-queued = Hələ göndərilməyib. Bağlantı olan kimi göndərəcəyik.
state-not-sent = Göndərilmədi. Sözləriniz burada itmir.
state-waiting = Əvvəlcə fasilitator oxuyur
state-waiting-next = Adətən bir dəqiqədən az çəkir. O vaxta qədər yalnız siz görürsünüz.
state-waiting-edited = Yeni mətniniz baxılmasını gözləyir.
state-returned = Qeydlə sizə qaytarıldı
state-returned-next = Mətniniz qalır. Düzəliş edin və ya geri götürün.
state-removed = Bu mesaj otaqda dərc olunmur
state-removed-next = Mətniniz burada sizin üçün qalır. Səbəbini fasilitatordan soruşa bilərsiniz.
state-removed-two = İki fasilitator bu mesajı otaqdan götürdü
state-hidden = Fasilitator bu mesajı gizlədib
state-hidden-next = Başqaları yalnız nəyinsə gizlədildiyini görür.
state-withdrawn = Siz geri götürmüsünüz.
# $seconds (Number)
state-withdrawn-next = Silinməsinə { $seconds } san qalıb.
state-erased = Siz geri götürmüsünüz, mesaj silinib
state-reconsider = Zəhmət olmasa, buna bir daha baxın
state-reconsider-next = Bir hissəsi kimisə incidə və ya çətin vəziyyətə sala bilər. Qərar sizindir.
send-anyway = Olduğu kimi göndər
reason-given = Səbəb: { $reason }
# $name (String), $note (String)
note-from = { $name }, fasilitator: { $note }
withdraw = Sözümü geri götürürəm
take-back = Geri götür
withdraw-about = Mesaj otaqdan çıxır. On saniyə ərzində fikrinizi dəyişə bilərsiniz.
copied = Köçürüldü

## Editing one's own waiting or returned message

edit-title = Mesajınıza düzəliş edin
edit-label = Mətniniz
edit-send = Yeni mətni göndər

## Composer

write-label = Mesajınızı yazın
write-hint = Mesajınızı yazın
kind-label = Nə yazırsınız?
kind-chosen = Növ: { $kind }
content-note-label = Oxunması ağırdırsa, əvvəlinə qeyd
content-note-hint = məsələn: yaxın adamın itkisi
language-label = Bu mesajın dili
composer-note = Qaralama bu vərəq açıq qaldıqca itmir. Ctrl və Enter göndərir.
composer-note-phone = Qaralama bu vərəq açıq qaldıqca itmir.
# $left (Number): characters left. Negative when there are too many.
characters-left = { $left ->
    [one] { $left } işarə qalıb
   *[other] { $left } işarə qalıb
}
characters-over = { $over ->
    [one] { $over } işarə artıqdır
   *[other] { $over } işarə artıqdır
}
send-empty = Hələ göndərməyə heç nə yoxdur.
not-now-waiting = Otaq hələ açılmayıb. İndidən yaza bilərsiniz.
not-now-paused = Fasilədəyik. Heç nə itmir. Yazmağa davam edə bilərsiniz.
not-now-facilitators = Bu mərhələdə fasilitatorlar yazır. Sözünüzü hazırlaya bilərsiniz.
not-now-closed = Görüş bitdi. Qaralamanız hələ buradadır.
not-now-kind = Bu növ mesaj bu mərhələyə uyğun deyil.
read-only-observer = Siz burada müşahidəçisiniz. Siz oxuyursunuz.
read-only-interpreter = Siz burada tərcüməçisiniz. Tərcümə sonrakı versiyada olacaq.
read-only-expert = Siz burada ekspertsiniz. Siz oxuyursunuz.

## Pause and end

# $name (String), $reason (String)
paused-by = Fasilə. Başladan: { $name }. { $reason }.
paused-now = Fasilədəyik. Heç nə itmir.
pause-room = Fasilə ver
pause-why = Fasilə nə üçündür?
pause-interpreter = Çatdıra bilmirsinizsə, fasilə verin.
closed-title = Görüş bitdi
closed-text = Vaxtınız üçün təşəkkür edirik. Öz sözünüzü hələ geri götürə bilərsiniz.
closed-early = İki fasilitatorun birgə qərarı ilə vaxtından əvvəl bitdi.
get-record = Nələr edildiyinin qeydini al

## Connection

connection-connecting = Qoşulur…
# $clock (String): a time of day
connection-lost = Bağlantı kəsilib: { $clock }. Yazmağa davam edə bilərsiniz, sonra göndərəcəyik.
connection-slow = Şəbəkə yalnız daha yavaş yola imkan verir. Hər şey işləyir.
connection-again = Yenidən qoşulur…
connection-back = Yenidən qoşuldunuz.
# $count (Number)
connection-missed = { $count ->
    [one] Siz olmayanda { $count } mesaj gəlib
   *[other] Siz olmayanda { $count } mesaj gəlib
}
connection-read = Oxu
connection-replaced = Yeriniz başqa pəncərədə açılıb. Buradakı gözləyir.
connection-here = Burada davam et
connection-restarting = Server yenidən başlayır. Özümüz qayıdacağıq.
connection-ended = Bağlantı bitdi. Zəhmət olmasa, səhifəni yeniləyin.

## Announcements for screen readers. Name, then text; never the time.

announce-message = { $name }: { $text }
announce-story = { $name } öz hekayəsini danışır. Qeydi: { $note }
# $count (Number), $name (String)
announce-many = { $count ->
    [one] { $count } yeni mesaj, müəllifi: { $name }
   *[other] { $count } yeni mesaj, sonuncunun müəllifi: { $name }
}
announce-phase = Yeni mərhələ: { $name }
announce-paused = Fasilədəyik. Heç nə itmir.
announce-resumed = Davam edirik.
announce-returned = Bir mesaj qeydlə sizə qaytarıldı.
announce-published = Mesajınız otaqdadır.
announce-lost = Bağlantı kəsilib. Yazmağa davam edə bilərsiniz.
announce-back = Yenidən qoşuldunuz.
announce-opened = Otaq açıqdır.
announce-closed = Görüş bitdi.
announce-minutes = { $minutes ->
    [one] Bu mərhələnin sonuna təxminən { $minutes } dəqiqə qalıb.
   *[other] Bu mərhələnin sonuna təxminən { $minutes } dəqiqə qalıb.
}
announce-held = { $count ->
    [one] { $count } mesaj baxılmasını gözləyir
   *[other] { $count } mesaj baxılmasını gözləyir
}
