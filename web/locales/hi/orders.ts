import type { orders as english } from '../en/orders'
import { formatCount } from '../format'
import type { Words } from '../words'

export const orders: Words<typeof english> = {
  title: 'ऑर्डर',
  lead: 'हर सब-ऑर्डर, और वह आज या आपके चुने हुए दिन कहाँ पहुँचा।',
  filter: 'कहाँ पहुँचा, इससे छाँटें',
  all: 'सारे सब-ऑर्डर',
  bucket: 'कहाँ पहुँचा',
  count: (count: number) => formatCount(count),
}
