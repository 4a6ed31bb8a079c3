export class Customer {
  readonly name = "Lea";
}
