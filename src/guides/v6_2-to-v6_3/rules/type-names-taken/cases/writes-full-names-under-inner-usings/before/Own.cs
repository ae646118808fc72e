namespace My.Security;

public enum ProofType { None, Signed }
