namespace Login.Serializing;

public class PersistentGrantSerializer { }
