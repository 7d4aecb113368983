/** What the service refuses to a person, by its English sentence; # stands for each number in it. */
export const refusals: Readonly<Record<string, string>> = {
  // Signing in and the account.
  'Please sign in. Your session may have ended.': 'સાઇન ઇન કરો. કદાચ તમારું સેશન પૂરું થઈ ગયું.',
  'This e-mail address and password do not belong together.': 'આ ઈમેલ સરનામું અને પાસવર્ડ મળતાં નથી.',
  'This passkey opens no account here. Sign in with your password.':
    'આ પાસકીથી અહીં કોઈ ખાતું ખૂલતું નથી. પાસવર્ડથી સાઇન ઇન કરો.',
  'Now show your second factor: the code of your app, a recovery code or a passkey.':
    'હવે બીજું પગલું: ઍપનો કોડ, રિકવરી કોડ કે પાસકી.',
  'This code or passkey is wrong or was used. Wait for the next code, then try again.':
    'આ કોડ કે પાસકી ખોટી છે, અથવા વપરાઈ ગઈ છે. નવા કોડની રાહ જુઓ, પછી પ્રયત્ન કરો.',
  'Many people are signing in just now. Try again in a moment.':
    'હમણાં ઘણા લોકો સાઇન ઇન કરે છે. થોડી વારમાં ફરી પ્રયત્ન કરો.',
  'Too many attempts. Wait a moment, then try again.':
    'ઘણી વાર પ્રયત્ન થઈ ગયો છે. થોડું રોકાઈને ફરી પ્રયત્ન કરો.',
  'There is an account with this e-mail address already. Sign in instead.':
    'આ ઈમેલ સરનામાનું ખાતું પહેલેથી છે. સાઇન ઇન કરો.',
  'Another account uses this e-mail address, so yours cannot have it. Sign in to that one, or choose another address.':
    'આ ઈમેલ સરનામું બીજા ખાતામાં છે, એટલે તમારા ખાતામાં લાગી શકતું નથી. એ ખાતામાં સાઇન ઇન કરો, અથવા બીજું સરનામું પસંદ કરો.',
  'This password is among the first that anyone would guess. Please take another.':
    'આ પાસવર્ડ કોઈ પણ સૌથી પહેલાં ધારી લે. બીજો પસંદ કરો.',
  'This password is made of your own name or address, or of ours. Please take other words.':
    'આ પાસવર્ડ તમારા નામ કે સરનામાથી, અથવા અમારા નામથી બન્યો છે. બીજા શબ્દો પસંદ કરો.',
  'This is not your password.': 'આ તમારો પાસવર્ડ નથી.',
  'This link has been used or has ended. Ask for a new one.':
    'આ લિંક વપરાઈ ગઈ છે કે પૂરી થઈ ગઈ છે. નવી માગો.',
  'This code is wrong or has ended. After five tries, ask for a new one.':
    'આ કોડ ખોટો છે કે પૂરો થઈ ગયો છે. પાંચ પ્રયત્ન પછી નવો માગો.',
  'This code is wrong or was used. Wait for the next one and type that.':
    'આ કોડ ખોટો છે કે વપરાઈ ગયો છે. નવો કોડ આવે ત્યારે તે લખો.',
  'Please confirm that it is you, then try again.': 'તમે જ છો તે પાકું કરો, પછી ફરી પ્રયત્ન કરો.',
  'An authenticator app is on already. Turn it off first to set up another.':
    'ઑથેન્ટિકેટર ઍપ પહેલેથી ચાલુ છે. બીજી લગાવવા પહેલાં આને બંધ કરો.',
  'No second factor is set up yet. Set one up first.': 'બીજું પગલું હજી લગાવ્યું નથી. પહેલાં તે લગાવો.',
  'This passkey could not be registered. Start again, and answer within # minutes.':
    'આ પાસકી ઉમેરી શકાઈ નથી. ફરી શરૂ કરો, અને # મિનિટમાં જવાબ આપો.',
  'This passkey is registered already.': 'આ પાસકી પહેલેથી ઉમેરેલી છે.',
  'You have # passkeys, which is the most. Remove one first.':
    'તમારી # પાસકી છે, આનાથી વધારે ન હોઈ શકે. પહેલાં એક દૂર કરો.',
  'What is kept of this account cannot be opened: its key was deleted, or the row was changed. Nobody can read it again.':
    'આ ખાતાનું જે રાખ્યું છે તે ખોલી શકાતું નથી: તેની ચાવી ભૂંસાઈ ગઈ, અથવા તે બદલાઈ ગયું. હવે તેને કોઈ વાંચી શકશે નહીં.',
  'The sample cannot be opened just now. Please try again in a minute.':
    'સેમ્પલ હમણાં ખૂલી શકતું નથી. એક મિનિટ પછી ફરી પ્રયત્ન કરો.',
  // Who may do what.
  'Your role in this workspace does not include this. Ask its owner.':
    'આ વર્કસ્પેસમાં તમારી ભૂમિકામાં આ નથી. માલિકને કહો.',
  'This token is not for that. Make one with the scope that is needed.':
    'આ ટોકન આના માટે નથી. જોઈતા કામ પર નિશાની કરીને નવું ટોકન બનાવો.',
  'There is nothing here, or it is not yours.': 'અહીં કંઈ નથી, અથવા આ તમારું નથી.',
  'You already belong to this workspace.': 'તમે આ વર્કસ્પેસમાં પહેલેથી છો.',
  'This invitation is for another email address. Sign in with that one.':
    'આ આમંત્રણ બીજા ઈમેલ સરનામા માટે છે. એ સરનામાથી સાઇન ઇન કરો.',
  'This invitation has been used, withdrawn, or has ended. Ask for a new one.':
    'આ આમંત્રણ વપરાઈ ગયું છે, પાછું લેવાયું છે, કે પૂરું થઈ ગયું છે. નવું માગો.',
  'There are # open invitations. Withdraw one, then try again.':
    '# આમંત્રણ ખુલ્લાં છે. એક પાછું લો, પછી ફરી પ્રયત્ન કરો.',
  'A workspace keeps an owner. Make somebody else one first.':
    'વર્કસ્પેસમાં એક માલિક રહેવો જોઈએ. પહેલાં બીજા કોઈને માલિક બનાવો.',
  'You have # tokens. Remove one that is no longer needed, then try again.':
    'તમારાં # ટોકન છે. જે કામનું ન હોય તે દૂર કરો, પછી ફરી પ્રયત્ન કરો.',
  'Nobody has answered yet. Ask again in a few seconds.':
    'હજી કોઈએ જવાબ આપ્યો નથી. થોડી સેકન્ડ પછી ફરી પૂછો.',
  'The request was refused on the page.': 'પેજ પર ના પાડવામાં આવી.',
  'This code is over. Begin again.': 'આ કોડ પૂરો થઈ ગયો. ફરી શરૂ કરો.',
  // Stores, decisions and periods.
  'You already have a store with this supplier id.': 'આ સપ્લાયર આઈડીનો સ્ટોર તમારી પાસે પહેલેથી છે.',
  'This store’s reports are filed under its supplier id, so it cannot change.':
    'આ સ્ટોરના રિપોર્ટ તેની સપ્લાયર આઈડી પ્રમાણે રાખ્યા છે, એટલે તે બદલી શકાતી નથી.',
  'A workspace has at most # stores.': 'એક વર્કસ્પેસમાં વધુમાં વધુ # સ્ટોર હોઈ શકે.',
  'You have several stores. Say which of them this is for.':
    'તમારા ઘણા સ્ટોર છે. આ કયા સ્ટોર માટે છે તે જણાવો.',
  'This file does not say which supplier it is from, and you have several stores. Choose the store and send the file again.':
    'આ ફાઇલમાં લખ્યું નથી કે તે કયા સપ્લાયરની છે, અને તમારા ઘણા સ્ટોર છે. સ્ટોર પસંદ કરો અને ફાઇલ ફરી મોકલો.',
  'This file is from supplier #, but another of your stores has supplier #. Nothing of it was counted. Choose the right store, or none, and send the file again.':
    'આ ફાઇલ સપ્લાયર # ની છે, પણ તમારા બીજા સ્ટોરનો સપ્લાયર # છે. તેમાંનું કંઈ ગણ્યું નથી. સાચો સ્ટોર પસંદ કરો, અથવા કોઈ ન કરો, અને ફાઇલ ફરી મોકલો.',
  'This file is from supplier #, but the store belongs to supplier #. Nothing of it was counted. Choose the right store, or none, and send the file again.':
    'આ ફાઇલ સપ્લાયર # ની છે, પણ સ્ટોર સપ્લાયર # નો છે. તેમાંનું કંઈ ગણ્યું નથી. સાચો સ્ટોર પસંદ કરો, અથવા કોઈ ન કરો, અને ફાઇલ ફરી મોકલો.',
  'Say the number of the ticket that you raised.': 'તમે નાખેલી ટિકિટનો નંબર લખો.',
  'Say in a few words why this is no problem, so that you know it later.':
    'થોડા શબ્દોમાં લખો કે આ ગરબડ કેમ નથી, જેથી પછી યાદ રહે.',
  'Say what becomes of it: choose a state.': 'આનું શું કરવું તે જણાવો: સ્થિતિ પસંદ કરો.',
  'A period begins before it ends, and is not longer than five years.':
    'પહેલો દિવસ છેલ્લા દિવસ પછીનો ન હોય, અને સમય પાંચ વર્ષથી વધારે ન હોય.',
  'A period begins before it ends.': 'પહેલો દિવસ છેલ્લા દિવસ પછીનો ન હોઈ શકે.',
  'Days to compare with have a first and a last: againstFrom and againstTo.':
    'જે દિવસો સાથે સરખાવવું છે તેનો પહેલો અને છેલ્લો દિવસ બંને પસંદ કરો.',
  'This would be more than # groups. Ask for a shorter period.':
    'આ # થી વધારે ભાગ થઈ જશે. ઓછા દિવસ પસંદ કરો.',
  'These are more than # SKUs. Ask for a shorter period.': 'આ # થી વધારે SKU છે. ઓછા દિવસ પસંદ કરો.',
  'These are too many lines to sort by an amount. Sort by the payment day, or choose fewer days.':
    'આટલી લાઇનો રકમ પ્રમાણે ગોઠવી શકાતી નથી. પેમેન્ટની તારીખ પ્રમાણે ગોઠવો, અથવા ઓછા દિવસ પસંદ કરો.',
  'An earlier knowledge is judged anew for each answer, and more than # sub-orders are too many for one. Ask without knownOn, or for one store.':
    'વીતેલા દિવસનો હિસાબ દર વખતે નવેસરથી થાય છે, અને # થી વધારે સબ-ઓર્ડર એક વારમાં ન થઈ શકે. આજનો હિસાબ જુઓ, અથવા એક જ સ્ટોર પસંદ કરો.',
  'An earlier knowledge is added up anew for each answer, and more than # settlement lines are too many for one. Ask without knownOn, for one store, or by payment date for fewer days.':
    'વીતેલા દિવસનો હિસાબ દર વખતે નવેસરથી થાય છે, અને # થી વધારે સેટલમેન્ટ લાઇન એક વારમાં ન થઈ શકે. આજનો હિસાબ જુઓ, એક જ સ્ટોર પસંદ કરો, અથવા પેમેન્ટની તારીખ પ્રમાણે ઓછા દિવસ પસંદ કરો.',
  'This list cannot go on from there. Start it again.':
    'આ લિસ્ટ ત્યાંથી આગળ વધી શકતી નથી. શરૂઆતથી ખોલો.',
  'This month has more combinations of state, HSN and rate than a summary holds. Choose one store.':
    'આ મહિનામાં રાજ્ય, HSN અને દરનાં જોડાણ એક સારાંશમાં સમાય તેથી વધારે છે. એક જ સ્ટોર પસંદ કરો.',
  'The numbers of these documents follow no series, so no table of them can be made.':
    'આ દસ્તાવેજોના નંબર કોઈ ક્રમમાં નથી, એટલે તેનું ટેબલ બની શકતું નથી.',
  'The GST reports of this month name another GSTIN than the one asked for.':
    'આ મહિનાના GST રિપોર્ટમાં બીજો GSTIN લખ્યો છે.',
  'The GST reports of this month do not name your GSTIN, so nobody can tell supplies within your state from those to others.':
    'આ મહિનાના GST રિપોર્ટમાં તમારો GSTIN લખ્યો નથી, એટલે તમારા રાજ્યની અંદરની અને બહારની સપ્લાય અલગ પાડી શકાતી નથી.',
  'What stands as GSTIN in the reports of this month is none, so nobody can tell which state you supply from.':
    'આ મહિનાના રિપોર્ટમાં GSTIN ની જગ્યાએ જે લખ્યું છે તે GSTIN નથી, એટલે તમે કયા રાજ્યમાંથી મોકલો છો તે ખબર પડતી નથી.',
  'The GST reports of this month are of # registrations, and each files its own return. Choose one GSTIN.':
    'આ મહિનાના GST રિપોર્ટ # રજિસ્ટ્રેશનના છે, અને દરેક પોતાનું ટેક્સ રિટર્ન ભરે છે. એક GSTIN પસંદ કરો.',
  // What is typed into a form.
  'Some fields are missing or not as expected.': 'અમુક ખાનાં ખાલી છે કે બરાબર ભર્યાં નથી.',
  'This is missing.': 'આ ભર્યું નથી.',
  'This is not as expected.': 'આ બરાબર નથી.',
  'This is too little: at least #.': 'આ બહુ ઓછું છે: ઓછામાં ઓછું #.',
  'This is too much: at most #.': 'આ બહુ વધારે છે: વધુમાં વધુ #.',
  'Please fill this in.': 'આ ભરો.',
  'At most # characters.': 'વધુમાં વધુ # અક્ષર.',
  'Only letters, digits, signs and spaces.': 'ફક્ત અક્ષર, આંકડા, ચિહ્ન અને ખાલી જગ્યા.',
  'The code has eight digits.': 'કોડમાં આઠ આંકડા હોય છે.',
  'The code has six digits.': 'કોડમાં છ આંકડા હોય છે.',
  'This is no code.': 'આ કોડ નથી.',
  'Choose at least one.': 'ઓછામાં ઓછું એક પસંદ કરો.',
  'Only people of # years or more can have an account.':
    'ખાતું ફક્ત # વર્ષ કે તેથી વધુ ઉંમરના લોકો બનાવી શકે.',
  'A cost is # or more.': 'પડતર # કે વધારે હોય.',
  'A cost is at most a crore.': 'પડતર વધુમાં વધુ એક કરોડ હોય.',
  'The last month is not before the first.': 'છેલ્લો મહિનો પહેલા મહિનાની પહેલાંનો ન હોઈ શકે.',
  'An owner is invited by email, not by a link.': 'માલિકને ઈમેલથી બોલાવાય છે, લિંકથી નહીં.',
  'A link that anybody may use gives a place for some days.':
    'જે લિંક કોઈ પણ વાપરી શકે, તે થોડા દિવસની જ જગ્યા આપે છે.',
  // The service itself.
  'Something went wrong on our side. Nothing was lost.': 'અમારી બાજુ કંઈક ગરબડ થઈ. કંઈ ગયું નથી.',
  'The request could not be read. Its body is perhaps not the JSON it says it is.':
    'આ વિનંતી વાંચી શકાઈ નથી.',
  'The same request is still being worked on.': 'આ જ કામ હજી ચાલે છે.',
  'This request came from another site.': 'આ બીજી સાઇટ પરથી આવ્યું છે.',
}
