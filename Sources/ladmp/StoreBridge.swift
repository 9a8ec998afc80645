import Dashboard
import Store
import Terminal

extension Outside.Store {
  /// The store in the keeper's thread, as the terminal's room asks for it.
  init(_ keeper: StoreKeeper, _ share: ShareWork) {
    self.init(
      bell: keeper.arrivalBell.descriptor,
      begin: {
        keeper.start()
        share.beginLooking()
      },
      ask: keeper.ask,
      arrivals: { keeper.arrivals().map(Event.init) + share.events() }, entry: keeper.entry)
  }
}

extension Event {
  fileprivate init(_ arrival: StoreKeeper.Arrival) {
    self =
      switch arrival {
      case .record(let dossier, let isEditionAlone):
        .record(dossier, isEditionAlone: isEditionAlone)
      case .stored(let summary, let request): .stored(summary, by: request)
      case .refused(let reason, let request): .refused(reason, of: request)
      case .status(let status): .storeStatus(status)
      }
  }
}
