/**
 * What a draw is for. A draw is a function of key (whose life), purpose and occasion, so adding a purpose
 * changes no other draw. Numbers are never reused; procedures have theirs from 200 on (src/procedures).
 */
export const PURPOSE = {
  replication: 1,
  county: 2,
  village: 3,
  household: 4,
  member: 5,
  newborn: 6,
  villageHouseholds: 10,
  householdSize: 11,
  householdIncome: 12,
  householdFrailty: 13,
  age: 20,
  sexAndEmployment: 21,
  chronic: 22,
  frailty: 23,
  residence: 24,
  lifeOfYear: 30,
  outsideSpending: 31,
  firstNeeds: 40,
  visit: 41,
  visitBill: 42,
  admission: 43,
  admissionPlace: 44,
  admissionBill: 45,
  claim: 46,
  enrol: 60,
  enrolMember: 61,
  payment: 62,
  villageChannel: 63,
} as const
