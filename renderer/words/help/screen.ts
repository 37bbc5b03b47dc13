import { words } from '../words.ts'

/** The help that is there without a network: what an office asks in its first weeks. */
export const helpWords = words('help', {
  en: {
    title: 'Help',
    screens: 'What is each screen for?',
    bookTitle: 'How do I book a machine?',
    book: 'Press “New booking” (or the key N), choose the machine, the member and the dates. Write a day as 12/31 or 31 Dec, a time as 8am. The panel says at once whether the machine is free. While you fill in the form the time is kept for you for five minutes. “Save booking” opens only when it is free.',
    takenTitle: 'What if it is taken?',
    taken:
      'The red panel says who has it, until when, and whom in the office to ask. Below it stand up to three free times; one press takes one. Two people can never get the same machine: the office’s file itself refuses it.',
    approveTitle: 'Who approves?',
    approve:
      'A booking waits under Approvals until a manager approves or rejects it; whoever entered it finds a notice under the bell. When a clerk changes an approved booking, it waits again.',
    lifeTitle: 'The machine leaves and comes back',
    life: 'Open the booking and press “Hand over”, later “Return”. Nothing is completed because a date has passed: a machine that does not come back is shown as overdue, and is not handed to the next one until it is here.',
    ruleTitle: 'Why was it refused?',
    rule: 'Only verified members who are not suspended can book. How early, how long and how far ahead is set under Settings, and for each machine type under Machines. Every refused attempt can be read under History.',
    awayTitle: 'The network or the power fails',
    away: 'Araro needs no network. What was saved is on the disk and stays there. If a window closes, the half-filled form comes back. A bar at the top says when the service has stopped, and goes away when it is back.',
    copiesTitle: 'Copies',
    copies:
      'Whenever Araro is closed it keeps a checked copy of the office’s file in the folder “copies” beside it; the last seven stay. Copy that folder to a USB stick now and then.',
    keysTitle: 'Keys',
    keys: 'N: new booking. Ctrl + K: search and go anywhere. Ctrl + Enter: save the booking. Esc: close. Under Approvals: arrow keys, A approves, R rejects. A form that was closed keeps what you typed for the next time.',
  },
  fil: {
    title: 'Tulong',
    screens: 'Para saan ang bawat pahina?',
    bookTitle: 'Paano mag-book ng makina?',
    book: 'Pindutin ang “Bagong booking” (o ang key na N), piliin ang makina, ang kasapi at ang mga petsa. Isulat ang araw nang 12/31 o 31 Dis, ang oras nang 8am. Agad sasabihin ng panel kung bakante ang makina. Habang pinupunan mo ang form, limang minutong nakareserba sa iyo ang oras. Mabubuksan lang ang “I-save ang booking” kapag bakante.',
    takenTitle: 'Paano kung may nakakuha na?',
    taken:
      'Sinasabi ng pulang panel kung sino ang may hawak, hanggang kailan, at sino sa opisina ang matatanong. Sa ilalim nito ay may hanggang tatlong bakanteng oras; isang pindot lang para kunin. Hindi kailanman makukuha ng dalawa ang iisang makina: ang talaan mismo ng opisina ang tumatanggi.',
    approveTitle: 'Sino ang nag-aapruba?',
    approve:
      'Naghihintay ang booking sa Pag-apruba hanggang aprubahan o tanggihan ng manager; may abiso sa kampanilya ang nagpasok nito. Kapag binago ng clerk ang aprubadong booking, maghihintay itong muli.',
    lifeTitle: 'Pag-alis at pagbalik ng makina',
    life: 'Buksan ang booking at pindutin ang “Iabot”, at pagkatapos ay “Isinauli na”. Walang natatapos dahil lang lumipas ang petsa: ang makinang hindi pa bumabalik ay ipinapakitang lampas na sa oras, at hindi maiaabot sa susunod hangga’t wala rito.',
    ruleTitle: 'Bakit tinanggihan?',
    rule: 'Mga beripikadong kasaping hindi suspendido lang ang makakapag-book. Kung gaano kaaga, katagal at kalayo ay nakatakda sa Mga Setting, at sa bawat uri ng makina sa Mga Makina. Mababasa sa Kasaysayan ang bawat tinanggihang subok.',
    awayTitle: 'Kapag nawalan ng network o kuryente',
    away: 'Hindi kailangan ng Araro ng network. Nasa disk na ang nai-save at mananatili roon. Kapag nagsara ang window, babalik ang form na hindi pa tapos. May bar sa itaas kapag huminto ang serbisyo, at nawawala ito kapag bumalik na.',
    copiesTitle: 'Mga kopya',
    copies:
      'Tuwing isinasara ang Araro, nagtatabi ito ng nasuring kopya ng talaan ng opisina sa folder na “copies” sa tabi nito; pito ang natitira. Kopyahin paminsan-minsan ang folder na iyon sa USB.',
    keysTitle: 'Mga key',
    keys: 'N: bagong booking. Ctrl + K: maghanap at pumunta kahit saan. Ctrl + Enter: i-save ang booking. Esc: isara. Sa Pag-apruba: mga arrow key, A para aprubahan, R para tanggihan. Nananatili ang isinulat mo sa isinarang form hanggang sa susunod.',
  },
})
